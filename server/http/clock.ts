/** Today in ISO, as exports print it and citations say when a source was read; the engine has no clock. */
export const today = (): string => new Date().toISOString().slice(0, 10);
