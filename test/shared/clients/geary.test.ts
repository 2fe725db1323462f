import { expect, test } from 'vitest';
import { geary } from '../../../shared/clients/geary.ts';
import { nearestVariant, stepsOf } from '../../../shared/clients/variant.ts';
import { aServer } from '../../support/builders.ts';
import { someSettings } from './settings.ts';

function serverStep(port: number) {
  const settings = someSettings({
    outgoing: aServer({ host: 'mail.example.org', port, security: 'starttls' }),
  });
  const step = stepsOf(geary, settings, nearestVariant(geary, settings, {})).find(
    ({ id }) => id === 'server',
  );
  if (!step) throw new Error('no step for the server');
  return { text: step.text, host: step.fields[0]?.value };
}

test('the usual port is said to come with the security', () => {
  const { text, host } = serverStep(587);
  expect(text).toContain('587 is the one to use, and the security brings the usual one');
  expect(host).toBe('mail.example.org');
});

test('another port is said to stand behind the name, and not to be brought by the security', () => {
  const { text, host } = serverStep(26);
  expect(text).toContain('26 stands behind the name of the server, after a colon');
  expect(text).not.toContain('brings');
  expect(host).toBe('mail.example.org:26');
});
