/** What travels between the stand-in for main and an engine process, over Node's own channel. */
export type Frame =
  | { readonly kind: 'parent'; readonly data: unknown; readonly ports: readonly number[] }
  | { readonly kind: 'port'; readonly id: number; readonly data: unknown }
  | { readonly kind: 'closed'; readonly id: number };

export const isFrame = (value: unknown): value is Frame =>
  typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string';
