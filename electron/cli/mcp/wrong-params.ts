import {
  CallToolRequestSchema,
  InitializeRequestSchema,
  ListToolsRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import type * as z from 'zod/mini';
import { say } from '../../../shared/text/index.ts';
import { wrongValue } from './wrong-value.ts';

/** JSON-RPC 2.0, section 5.1. */
const invalidParams = -32602;

type Checked = { safeParse(given: unknown): { error?: { issues: readonly unknown[] } | undefined } };
const requests: Readonly<Record<string, Checked>> = {
  initialize: InitializeRequestSchema,
  'tools/list': ListToolsRequestSchema,
  'tools/call': CallToolRequestSchema,
};

/**
 * The answer to a request whose parameters are not what its method takes, with the field and what would be right; null where they are, and
 * for all that is no request of ours. The library would answer with its schema's own findings, as an error of ours.
 */
export function wrongParams(message: unknown): object | null {
  if (typeof message !== 'object' || message === null) return null;
  if (!('id' in message) || !('method' in message) || typeof message.method !== 'string') return null;
  const schema = Object.hasOwn(requests, message.method) ? requests[message.method] : undefined;
  const [issue] = (schema?.safeParse(message).error?.issues ?? []) as readonly z.core.$ZodIssue[];
  if (issue === undefined) return null;
  const path = issue.path.map(String);
  const told = say('labelled', {
    label: path.join('.').slice(0, 100),
    text: say(wrongValue(issue, path, message)),
  });
  return { jsonrpc: '2.0', id: message.id, error: { code: invalidParams, message: told } };
}
