import { describe, expect, test } from 'vitest';
import { clawsLabels } from '../../../shared/clients/labels/claws.ts';
import { evolutionLabels } from '../../../shared/clients/labels/evolution.ts';
import { gearyLabels } from '../../../shared/clients/labels/geary.ts';
import { kmailLabels } from '../../../shared/clients/labels/kmail.ts';
import { needs } from '../../support/needs.ts';
import { debianCatalogue } from './mo-catalogue.ts';

type Program = {
  readonly name: string;
  /** Debian's packages with the program's catalogues. */
  readonly catalogues: readonly (readonly [packageName: string, domain: string])[];
  readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Keys that stand in no catalogue: seen on the screen alone. */
  readonly seen?: readonly string[];
};

const programs: readonly Program[] = [
  { name: 'Evolution', catalogues: [['evolution-common', 'evolution']], labels: evolutionLabels },
  { name: 'Claws Mail', catalogues: [['claws-mail-i18n', 'claws-mail']], labels: clawsLabels },
  {
    name: 'KMail',
    catalogues: [
      ['libkf5mailtransport-data', 'libmailtransport5'],
      ['kmail', 'kmail'],
    ],
    labels: kmailLabels,
    seen: ['accounts'],
  },
  { name: 'Geary', catalogues: [['geary', 'geary']], labels: gearyLabels },
];

describe.each(programs)('the real catalogues of $name', ({ catalogues, labels, seen = [] }) => {
  needs('apt-get');

  test.each(Object.keys(labels).filter((language) => language !== 'en'))(
    'have every label in the language %s as it stands here, and in English where it is not translated',
    (language) => {
      const found = catalogues.map(([name, domain]) => debianCatalogue(name, domain, language));
      const french = catalogues.map(([name, domain]) => debianCatalogue(name, domain, 'fr'));
      for (const [key, label] of Object.entries(labels[language] ?? {})) {
        const english = labels.en?.[key] ?? '';
        const translations = found.flatMap((catalogue) => catalogue?.get(english) ?? []);
        if (translations.length > 0)
          expect([key, translations]).toEqual([key, expect.arrayContaining([label])]);
        else expect([key, label]).toEqual([key, english]);
        // A word that no catalogue has is none of the program's.
        if (!seen.includes(key)) {
          expect([key, french.some((catalogue) => catalogue?.has(english))]).toEqual([key, true]);
        }
      }
    },
    120_000, // the first one may fetch the package
  );
});
