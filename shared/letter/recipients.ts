/** To whom a person writes about their mail. */
export const recipients = ['internet-provider', 'mail-provider', 'administrator', 'hoster'] as const;
export type Recipient = (typeof recipients)[number];
