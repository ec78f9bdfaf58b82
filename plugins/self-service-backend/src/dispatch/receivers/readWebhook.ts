// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonValue } from '@backstage/types';
import { at, invalid } from '../../config/at';
import { STANDARD_BODY } from './body';
import type { ReadPart, Section } from './section';
import { placesOf, problemOf } from './template';
import type { WebhookReceiver } from './types';

const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE'] as const;
const ENDS = ['report', 'response'] as const;
const HEADER = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;
/** Those that are ours, or say how the body travels. */
const OWN_HEADERS =
  /^(host|content-length|content-type|transfer-encoding|connection|idempotency-key|x-fairway-.*)$/i;

export function readWebhook(section: Section): ReadPart<WebhookReceiver> {
  const { key, config, values } = section;
  const text = (name: string) =>
    at(`${key}.${name}`, () => config.getOptionalString(name));
  const method = oneOf(section, { name: 'method', of: METHODS });
  const ends = oneOf(section, { name: 'ends', of: ENDS });
  const allowPrivate =
    at(`${key}.allowPrivate`, () =>
      config.getOptionalBoolean('allowPrivate'),
    ) ?? false;
  const url = readUrl(section, { allowPrivate });
  const body = config.has('body')
    ? at(`${key}.body`, () => config.get<JsonValue>('body'))
    : STANDARD_BODY;
  const problem = problemOf(body, { values });
  if (problem) throw invalid(`${key}.body`, problem);
  const headers = readHeaders(section);
  const secret = text('secret');
  return {
    transport: 'webhook',
    method,
    url,
    headers,
    body,
    ...(secret && { secret }),
    allowPrivate,
    ends,
    shown: {
      ...{ method, url, body, allowPrivate, ends },
      headers: Object.keys(headers),
    },
  };
}

function oneOf<TValue extends string>(
  { key, config }: Section,
  { name, of }: { name: string; of: readonly [TValue, ...TValue[]] },
): TValue {
  const text = at(`${key}.${name}`, () => config.getOptionalString(name));
  const found = text === undefined ? of[0] : of.find(each => each === text);
  if (!found) {
    const known = of.map(each => `"${each}"`).join(', ');
    throw invalid(`${key}.${name}`, `"${text}" is none of ${known}`);
  }
  return found;
}

function readUrl(
  { key, config, values }: Section,
  { allowPrivate }: { allowPrivate: boolean },
): string {
  const url = at(`${key}.url`, () => config.getString('url'));
  const place = `${key}.url`;
  if (!URL.canParse(url)) throw invalid(place, `"${url}" is no address`);
  const problem = problemOf(url, { values, never: 'report' });
  if (problem) throw invalid(place, problem);
  const { protocol, username, password } = new URL(url);
  if (protocol !== 'https:' && !(protocol === 'http:' && allowPrivate)) {
    throw invalid(
      place,
      `"${url}" is no https address; http is for allowPrivate alone`,
    );
  }
  if (username || password) {
    throw invalid(place, 'it holds a name or password; use a header for them');
  }
  // Whatever a request says, it goes to the host that was configured.
  const [origin] = /^[^/]*\/\/[^/?#]*/.exec(url) ?? [''];
  if (placesOf(origin).length > 0 || origin.includes('{')) {
    throw invalid(place, 'a place stands in its host');
  }
  return url;
}

function readHeaders({ key, config, values }: Section): Record<string, string> {
  const section = at(`${key}.headers`, () =>
    config.getOptionalConfig('headers'),
  );
  return Object.fromEntries(
    (section?.keys() ?? []).map(name => {
      const place = `${key}.headers.${name}`;
      if (!HEADER.test(name) || OWN_HEADERS.test(name)) {
        throw invalid(place, `"${name}" is no header that can be set`);
      }
      const text = at(place, () => section!.getString(name));
      const problem = problemOf(text, { values });
      if (problem) throw invalid(place, problem);
      return [name.toLowerCase(), text];
    }),
  );
}
