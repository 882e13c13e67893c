/** citation-js has no types of its own; this is what the tests use. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      readonly chain: (input: string, options?: { readonly generateGraph?: boolean }) => Record<string, unknown>[];
    };
    readonly config: { readonly get: (name: string) => Record<string, unknown> };
  };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
