/** Builds the client into dist/client if stale; resolves with the build's id. */
export function build(options?: { force?: boolean; quiet?: boolean }): Promise<string>
