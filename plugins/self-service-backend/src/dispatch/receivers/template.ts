// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Texts of the configuration with places for what a request says: `{{ values.tag }}`. A place is a name, never code. A
// text that is one place alone becomes what stands there, of whatever type; elsewhere it is put in as text.
import type { JsonObject, JsonValue } from '@backstage/types';

/** What places can name: the fields of each, or the whole. */
const KNOWN: Record<string, string[] | 'any'> = {
  request: ['id', 'number', 'attempt', 'key', 'title', 'requester', 'url'],
  target: ['environment', 'service', 'ref'],
  operation: [],
  resource: [],
  entity: [],
  lifetime: [],
  values: 'any',
  report: ['url', 'token'],
};

const PLACE = /\{\{\s*([^{}]*?)\s*\}\}/g;
const WHOLE = /^\{\{\s*([^{}]*?)\s*\}\}$/;
const NAME = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/** Everything of which a template speaks. */
export type TemplateContext = JsonObject;

/** Names of the places of a template, each once. */
export function placesOf(template: JsonValue): string[] {
  if (typeof template === 'string') {
    return [...new Set([...template.matchAll(PLACE)].map(([, name]) => name))];
  }
  if (template === null || typeof template !== 'object') return [];
  return [...new Set(Object.values(template).flatMap(each => placesOf(each!)))];
}

/** What is wrong with the places of a template, in words; undefined where nothing is. */
export function problemOf(
  template: JsonValue,
  options: { values?: string[]; never?: string } = {},
): string | undefined {
  for (const place of placesOf(template)) {
    const [root, field, ...more] = place.split('.');
    const fields = Object.hasOwn(KNOWN, root) ? KNOWN[root] : undefined;
    const isKnown =
      fields !== undefined &&
      more.length === 0 &&
      (field === undefined ||
        (fields === 'any' ? NAME.test(field) : fields.includes(field)));
    if (!isKnown) {
      const known = Object.keys(KNOWN).join(', ');
      return `"{{ ${place} }}" names nothing; places begin with one of ${known}`;
    }
    if (root === options.never) return `"{{ ${place} }}" does not belong here`;
    if (root === 'values' && field && options.values?.includes(field) === false)
      return `"{{ ${place} }}" is none of its values`;
  }
  return undefined;
}

/** Whether a template hands out the token for reports. */
export function handsOutToken(template: JsonValue): boolean {
  return placesOf(template).some(
    place => place === 'report' || place === 'report.token',
  );
}

/** Whether who is sent a template can tell a removal from anything else. */
export function saysOperation(template: JsonValue): boolean {
  return placesOf(template).includes('operation');
}

/** A template filled in; what names nothing that is there is left out. */
export function filled(
  template: JsonValue,
  context: TemplateContext,
): JsonValue | undefined {
  if (typeof template === 'string') {
    const [, whole] = WHOLE.exec(template) ?? [];
    return whole === undefined
      ? filledText(template, context)
      : lookUp(whole, context);
  }
  if (Array.isArray(template)) {
    return template
      .map(each => filled(each, context))
      .filter(each => each !== undefined);
  }
  if (template === null || typeof template !== 'object') return template;
  return Object.fromEntries(
    Object.entries(template).flatMap(([key, each]) => {
      const value = filled(each!, context);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

/** A template as text; what names nothing that is there is empty. */
export function filledText(
  template: string,
  context: TemplateContext,
  encode: (text: string) => string = text => text,
): string {
  return template.replace(PLACE, (_, place: string) =>
    encode(textOf(lookUp(place, context))),
  );
}

export function textOf(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function lookUp(
  place: string,
  context: TemplateContext,
): JsonValue | undefined {
  let value: JsonValue | undefined = context;
  for (const name of place.split('.')) {
    const isObject: boolean =
      typeof value === 'object' && value !== null && !Array.isArray(value);
    value =
      isObject && Object.hasOwn(value as object, name)
        ? (value as JsonObject)[name]
        : undefined;
  }
  return value;
}
