import * as z from 'zod/mini';
import { CheckRequest } from '../../../shared/contract/contract.ts';
import { fail, ok } from '../../../shared/model/problem.ts';
import { said } from '../../../shared/text/said.ts';
import { parseCheckRequest } from '../../backend/input.ts';
import { discoveryAsData, renderDiscovery } from '../discovery-result.ts';
import { plain } from '../paint.ts';
import { columns } from './page.ts';
import { type Tool, tool } from './tool.ts';

const { shape } = CheckRequest;

/** `discover`: what `postway discover` does. */
export const discoverTool: Tool = tool({
  name: 'discover',
  command: 'discover',
  asksNetwork: true,
  description:
    'Shows which mail settings are published for an address or domain, and by whom: DNS, the provider’s settings file, Mozilla’s list. Connects to no mail server; `check` tries them.',
  takes: {
    subject: shape.subject.check(z.describe('A mail address or a domain.')),
    lookup: shape.lookup.check(z.describe('False: ask no web server, only DNS.')),
    references: shape.references.check(z.describe('False: ask nobody but the provider itself.')),
  },
  async answer(request, session, { signal }) {
    const input = parseCheckRequest(request);
    if (!input.ok) return input;
    const { domain, address } = input.value;
    if (domain === undefined) return fail('subject', said('cli.wrong.discover-server'));
    const discovery = await session.inTurn(() => session.services.discover(input.value, signal));
    const subject = address === undefined || session.isMasked ? domain : address;
    return ok({
      text: renderDiscovery(subject, discovery, { columns, paint: plain }),
      data: discoveryAsData(subject, discovery),
    });
  },
});
