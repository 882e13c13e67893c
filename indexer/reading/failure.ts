/** What a thrown error says, in its own words and without its name: the detail of a skip. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
