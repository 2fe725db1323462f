import * as z from 'zod/mini';

/** An address family: IPv4 or IPv6. */
export const Family = z.union([z.literal(4), z.literal(6)]);
export type Family = z.infer<typeof Family>;
