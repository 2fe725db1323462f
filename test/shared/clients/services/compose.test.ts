import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { compose } from '../../../../shared/clients/services/compose.ts';
import { aServer } from '../../../support/builders.ts';
import { expectCarried, type Found, fileOf } from '../carried.ts';

/** YAML by a parser of it; then, as the Compose Specification has it, `$$` is a dollar sign and any other one an expansion. */
function variables(text: string): Record<string, string> {
  const { environment } = parse(text).services.app;
  return Object.fromEntries(
    Object.entries<unknown>(environment)
      .filter(([name]) => name !== 'SMTP_PASSWORD')
      .map(([name, value]) => {
        if (typeof value !== 'string' || /\$/.test(value.replaceAll('$$', '')))
          throw new Error(`Compose would read this otherwise: ${name}`);
        return [name, value.replaceAll('$$', '$')];
      }),
  );
}

function read(text: string): Found {
  const found = variables(text);
  return {
    host: found.SMTP_HOST ?? '',
    port: Number(found.SMTP_PORT),
    security: found.SMTP_SECURE === 'true' ? 'tls' : found.SMTP_STARTTLS === 'true' ? 'starttls' : 'none',
    username: found.SMTP_USER ?? '',
    address: found.SMTP_FROM ?? '',
    name: found.SMTP_FROM_NAME ?? '',
  };
}

test('a reader gets back every value, or the export refuses', () => expectCarried(compose, read));

test('takes the password from outside, and only where there is a login', () => {
  expect(parse(fileOf(compose)).services.app.environment.SMTP_PASSWORD).toBe(`\${SMTP_PASSWORD:?}`);
  expect(fileOf(compose, { outgoing: aServer({ auth: 'none' }) })).not.toMatch(/^ .*SMTP_PASSWORD/m);
});

test('says what the word "secure" means in most programs', () => {
  expect(fileOf(compose).replaceAll('\n# ', ' ')).toContain('is off for STARTTLS');
});
