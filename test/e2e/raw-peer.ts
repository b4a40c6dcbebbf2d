// A WebSocket client that can do everything wrong: it writes its own bytes over a TLS connection of its own.
import { randomBytes } from 'node:crypto';
import { connect, type TLSSocket } from 'node:tls';
import { frameFromBytes, frameToBytes } from '@bondctl/proto/convert/frame';
import type { Frame, Message, Received } from '@bondctl/proto/model/session';

export interface Credentials {
  readonly ca: string;
  readonly key?: string;
  readonly cert?: string;
}

const binary = 2;
const closing = 8;

/** How the other side ended: the close code, 0 when the connection just broke. */
export class RawPeer {
  readonly #socket: TLSSocket;
  #input = Buffer.alloc(0);
  status = '';
  code: number | undefined;
  reason = '';
  readonly frames: Frame<Received>[] = [];

  private constructor(socket: TLSSocket) {
    this.#socket = socket;
    socket.on('data', (part: Buffer) => this.#read(part));
    socket.on('error', () => this.#broke());
    socket.on('close', () => this.#broke());
  }

  static open(
    port: number,
    { ca, key, cert }: Credentials,
    path = '/v1/agent',
    protocol = 'bondctl.agent.v1',
  ) {
    const socket = connect({ port, host: '127.0.0.1', ca, ...(key === undefined ? {} : { key, cert }) });
    const peer = new RawPeer(socket);
    const lines = [
      `GET ${path} HTTP/1.1`,
      'Host: 127.0.0.1',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      ...(protocol === '' ? [] : [`Sec-WebSocket-Protocol: ${protocol}`]),
    ];
    socket.once('secureConnect', () => socket.write(`${lines.join('\r\n')}\r\n\r\n`));
    return peer;
  }

  /** One WebSocket frame; FIN and opcode as given. */
  raw(payload: Uint8Array, opcode = binary, fin = true): void {
    const mask = randomBytes(4);
    const head = Buffer.alloc(10);
    head[0] = (fin ? 0x80 : 0) | opcode;
    head[1] = 0x80 | 127;
    head.writeBigUInt64BE(BigInt(payload.length), 2);
    const masked = Buffer.from(payload.map((byte, at) => byte ^ (mask[at % 4] ?? 0)));
    this.#socket.write(Buffer.concat([head, mask, masked]));
  }

  send(seq: number, ack: number, body: Message): void {
    const bytes = frameToBytes({ seq, ack, body });
    if (!bytes.ok) throw new Error(bytes.error.message);
    this.raw(bytes.value);
  }

  hello(host: string): void {
    this.send(0, 0, {
      kind: 'hello',
      protocolMin: 1,
      protocolMax: 1,
      host: host as never,
      agentVersion: 'raw',
      epoch: 'raw',
      lastFence: 0,
    });
  }

  destroy(): void {
    this.#socket.destroy();
  }

  #broke(): void {
    this.code ??= 0;
  }

  #read(part: Buffer): void {
    this.#input = Buffer.concat([this.#input, part]);
    if (this.status === '') {
      const end = this.#input.indexOf('\r\n\r\n');
      if (end === -1) return;
      this.status = this.#input.subarray(9, 12).toString();
      this.#input = this.#input.subarray(end + 4);
    }
    while (this.#frame());
  }

  #frame(): boolean {
    const [first = 0, second = 0] = this.#input;
    if (this.#input.length < 2) return false;
    const short = second & 0x7f;
    const at = short === 126 ? 4 : 2;
    if (this.#input.length < at) return false;
    const length = short === 126 ? this.#input.readUInt16BE(2) : short;
    if (this.#input.length < at + length) return false;
    const payload = this.#input.subarray(at, at + length);
    this.#input = this.#input.subarray(at + length);
    if ((first & 0x0f) === closing) {
      this.code = length >= 2 ? payload.readUInt16BE(0) : 1005;
      this.reason = payload.subarray(2).toString();
    } else {
      const frame = frameFromBytes(payload);
      if (frame.ok) this.frames.push(frame.value);
    }
    return true;
  }
}
