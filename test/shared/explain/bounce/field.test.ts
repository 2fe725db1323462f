import { describe, expect, test } from 'vitest';
import { explain } from '../../../../shared/explain/explain.ts';
import { english } from '../../../support/english.ts';
import { fieldBounces } from './field-bounces.ts';

describe('bounces of large providers and of other countries', () => {
  test.each(fieldBounces)('%s', (_name, message, ...reasons) => {
    const { bounce } = explain(message, english);
    const [recipient] = bounce?.recipients ?? [];
    expect(reasons).toContain(recipient?.reason ?? '-');
    if (recipient?.reason !== 'not-a-failure') expect(recipient?.address ?? 'ben@').toMatch(/^ben@/);
  });
});
