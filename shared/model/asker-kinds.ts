/** What may stand behind `--for`; `asker.ts` says what each is. */
export const askerKinds = ['device', 'container', 'server', 'program'] as const;
