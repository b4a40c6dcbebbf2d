/** State 0A of include/net/tcp_states.h. */
const listening = '0A';

/**
 * The socket inodes that listen on a port, from the text of /proc/net/tcp or tcp6 (net/ipv4/tcp_ipv4.c,
 * get_tcp4_sock): `sl local_address rem_address st tx:rx tr:tm retrnsmt uid timeout inode`, ports in hex.
 */
export function listeningInodes(text: string, port: number): readonly string[] {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0');
  return text.split('\n').flatMap((line) => {
    const fields = line.trim().split(/\s+/);
    const inode = fields[9];
    const isOurs = fields[1]?.endsWith(`:${wanted}`) === true && fields[3] === listening;
    return isOurs && inode !== undefined ? [inode] : [];
  });
}

/** Whether one of a process's open files (the targets of /proc/PID/fd) is one of these sockets. */
export const holdsSocket = (targets: readonly string[], inodes: readonly string[]): boolean =>
  inodes.some((inode) => targets.includes(`socket:[${inode}]`));
