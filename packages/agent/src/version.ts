/** The agent's version; put in when the program is built. */
export const agentVersion: string = process.env['BONDCTL_VERSION'] ?? 'unbuilt';
