/** The version of all three programs; a test holds it equal to that of package.json. */
export const version = '0.1.0';
