import type { Security } from '../model/endpoint.ts';

/** Words for a protection in the dialogs, files and libraries that people copy from, without what is no letter or digit. */
const words: Readonly<Record<Security, readonly string[]>> = {
  none: [
    'none',
    'plain',
    'plaintext',
    'off',
    'no',
    'false',
    'noencryption',
    'unencrypted',
    'notls',
    'nossl',
    'keine',
    'aucune',
    'ninguna',
    'ninguno',
    'nenhuma',
    'nenhum',
    'なし',
    'unverschlüsselt',
    'nonchiffré',
    'sincifrado',
    'semcriptografia',
    '暗号化なし',
  ],
  starttls: ['starttls', 'stls', 'explicit', 'explicittls', 'tlsstarttls', 'starttlsrequired', 'securefalse'],
  tls: [
    'tls',
    'ssl',
    'ssltls',
    'tlsssl',
    'smtps',
    'implicit',
    'implicittls',
    'implicitssl',
    'tlswrapper',
    'securetrue',
    'ssltrue',
    'tlstrue',
    'sslon',
    'tlson',
    'sslyes',
    'sslja',
    'ssloui',
    'sslsí',
    'sslsim',
    'sslはい',
  ],
};

/** These leave the choice to the program, so they say nothing of what it uses. */
const undecided =
  /^(auto|automatic|automatisch|any|opportunistic|(start)?tls(if|when)(available|possible|offered))$/;

/** The protection that a program's word stands for; `undecided` where it leaves the choice to the program, null where it is none. */
export function securityNamed(word: string): Security | 'undecided' | null {
  const plain = word
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^\d+/, '')
    // `TLS 1.2`, `SSL-Verschlüsselung`
    .replace(/^(tls|ssl)v?[123]\d?$/, '$1')
    .replace(
      /(?<=ssl|tls)(?:encryption|verschlüsselung|chiffrement|cifrado|criptografia|暗号化|connection|verbindung)$/,
      '',
    );
  if (undecided.test(plain)) return 'undecided';
  const named = (Object.keys(words) as Security[]).find((security) => words[security].includes(plain));
  return named ?? null;
}
