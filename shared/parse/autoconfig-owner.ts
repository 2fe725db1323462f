import { parseHost } from './host-name.ts';
import { fillPlaceholders } from './login-name.ts';
import type { MailOwner } from './published.ts';
import type { XmlElement } from './xml.ts';

/**
 * Which of a file's providers the owner's mail is with: those that name the owner's mail domain; else those that name whoever receives its
 * mail, by `<domain purpose="mx">` or as their own; else all, because the file was asked for by domain
 * (draft-ietf-mailmaint-autoconfig, "domain").
 */
export function providersFor(providers: readonly XmlElement[], owner: MailOwner): readonly XmlElement[] {
  if (providers.length < 2) return providers;
  const naming = (domain: string | undefined, isMeant: (purpose: string) => boolean) =>
    providers.filter(({ children }) =>
      children.some(
        (child) =>
          child.name === 'domain' &&
          isMeant(child.attributes.purpose?.toLowerCase() ?? '') &&
          domain !== undefined &&
          hostIn(child.text, owner) === domain.toLowerCase(),
      ),
    );
  const choices = [
    naming(owner.domain, (purpose) => purpose !== 'mx'),
    naming(owner.receiver, (purpose) => purpose === 'mx'),
    naming(owner.receiver, (purpose) => purpose !== 'mx'),
  ];
  return choices.find((chosen) => chosen.length > 0) ?? providers;
}

function hostIn(text: string, owner: MailOwner): string | undefined {
  const host = parseHost(fillPlaceholders(text, owner) ?? text);
  return host.ok ? host.value.host : undefined;
}
