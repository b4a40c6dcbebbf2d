import { connect, createServer, type Server, type Socket } from 'node:net';

/** A wire between agent and hub that can go silent, as when a switch dies: nothing is closed, nothing arrives. */
export async function wire(
  toPort: number,
): Promise<{ port: number; drop: () => void; cut: () => void; close: () => void }> {
  const pairs: (readonly [Socket, Socket])[] = [];
  const server: Server = createServer((inner) => {
    const outer = connect(toPort, '127.0.0.1');
    pairs.push([inner, outer]);
    for (const socket of [inner, outer]) socket.on('error', () => socket.destroy());
    inner.pipe(outer);
    outer.pipe(inner);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    cut: () => {
      server.close();
      for (const [inner, outer] of pairs) {
        inner.unpipe(outer).pause();
        outer.unpipe(inner).pause();
      }
    },
    drop: () => {
      for (const pair of pairs) for (const socket of pair) socket.destroy();
    },
    close: () => {
      server.close();
      for (const pair of pairs) for (const socket of pair) socket.destroy();
    },
  };
}
