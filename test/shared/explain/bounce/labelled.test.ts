import { expect, test } from 'vitest';
import { explain } from '../../../../shared/explain/explain.ts';
import { english } from '../../../support/english.ts';
import { labelledBounces } from './labelled-bounces.ts';

test.each(labelledBounces)('%s', (_name, message, reasons) => {
  const [recipient] = explain(message, english).bounce?.recipients ?? [];
  expect(reasons.split('|')).toContain(recipient?.reason);
  expect(recipient?.address).toBe('ben@example.net');
});
