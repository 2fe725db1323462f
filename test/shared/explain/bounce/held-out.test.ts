import { describe, expect, test } from 'vitest';
import { explain } from '../../../../shared/explain/explain.ts';
import { english } from '../../../support/english.ts';
import { heldOutBounces } from './held-out-bounces.ts';

describe('bounces that no rule was written for', () => {
  test.each(heldOutBounces)('%s', (_name, message, ...reasons) => {
    const { bounce } = explain(message, english);
    const [recipient] = bounce?.recipients ?? [];
    expect(reasons).toContain(recipient?.reason ?? '-');
    if (recipient?.reason !== 'not-a-failure') expect(recipient?.address ?? 'ben@').toMatch(/^ben@/);
  });
});
