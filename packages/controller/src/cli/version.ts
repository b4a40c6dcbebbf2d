/** The version of the program, put in when it is built. */
export const version: string = process.env['BONDCTL_VERSION'] ?? 'unbuilt';
