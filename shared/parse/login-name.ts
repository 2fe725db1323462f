import type { MailOwner } from './published.ts';

const longest = 320;

const placeholders = /%(EMAILADDRESS|EMAILLOCALPART|EMAILDOMAIN)%/gi;
/** What a template leaves that nobody's user name has: half a placeholder, or one of another language (`{email}`, `${USER}`, `$USER`). */
const leftOver =
  /%\s*EMAIL(ADDRESS|LOCALPART|DOMAIN)|EMAIL(ADDRESS|LOCALPART|DOMAIN)\s*%|[{}<>[\]]|^\$[a-z_]\w*$/i;

/**
 * What a published user name stands for: `%EMAILADDRESS%`, `%EMAILLOCALPART%` and `%EMAILDOMAIN%` are replaced by the person's own
 * (config-v1.1), in capital letters or small ones. Undefined when the person's address is not known, when another placeholder is left over or
 * one is written by halves, or when the text could not be typed into a dialog.
 */
export function fillPlaceholders(template: string, { address, domain }: MailOwner): string | undefined {
  const local = address?.slice(0, address.lastIndexOf('@'));
  if (leftOver.test(template.replace(placeholders, ' '))) return undefined;
  const filled = template.replace(placeholders, (whole, name: string) => {
    const part = name.toUpperCase();
    if (part === 'EMAILDOMAIN') return domain;
    return (part === 'EMAILADDRESS' ? address : local) ?? whole;
  });
  if (/%[a-z]+%|[\p{C}\p{Zl}\p{Zp}]/iu.test(filled) || filled.length > longest) return undefined;
  return filled;
}
