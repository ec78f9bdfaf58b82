// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Three-valued truth: what is not known neither holds nor fails. */
export type Truth = boolean | undefined;

/** A test of one attribute. */
export type Test =
  | { readonly op: 'exists'; readonly value: boolean }
  | { readonly op: 'equals'; readonly value: Literal }
  | { readonly op: 'in'; readonly value: readonly Literal[] }
  | { readonly op: 'startsWith'; readonly value: string }
  /** Numbers, or times in milliseconds; `from` is inside, `to` outside unless `closed`. */
  | {
      readonly op: 'range';
      readonly type: 'time' | 'number';
      readonly from: number;
      readonly to: number;
      readonly closed: boolean;
      readonly words: string;
    };

export type Literal = string | number | boolean;

/** A compiled `when`. */
export type Condition =
  | { readonly kind: 'attribute'; readonly name: string; readonly test: Test }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition };

/** What is known when a condition is looked at. Nothing in it is read from the clock. */
export interface Facts {
  readonly at: Date;
  readonly request: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly tier?: string;
  readonly service?: string;
  readonly account?: string;
  /** Attributes of a resource, for limits. */
  readonly resource?: Readonly<Record<string, string>>;
}

const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
];

/** Value of a request attribute; what is empty was not given. */
export function requestValue(
  request: Readonly<Record<string, string>>,
  name: string,
): string | undefined {
  if (!Object.hasOwn(request, name)) return undefined;
  const value: unknown = request[name];
  if (typeof value !== 'string') return undefined;
  return value.trim() || undefined;
}

function read(name: string, facts: Facts): Literal | undefined {
  const time = facts.at.getTime();
  switch (name) {
    case 'time.now':
      return Number.isNaN(time) ? undefined : time;
    case 'time.hour':
      return Number.isNaN(time) ? undefined : facts.at.getUTCHours();
    case 'time.weekday':
      return WEEKDAYS[facts.at.getUTCDay()];
    case 'target.environment':
      return facts.environment;
    case 'target.tier':
      return facts.tier;
    case 'target.service':
      return facts.service;
    case 'target.account':
      return facts.account;
    default:
      if (name.startsWith('request.')) {
        return requestValue(facts.request, name.slice('request.'.length));
      }
      return name.startsWith('resource.')
        ? requestValue(facts.resource ?? {}, name.slice('resource.'.length))
        : undefined;
  }
}

function asNumber(value: Literal, type: 'time' | 'number'): number {
  if (typeof value === 'number') return value;
  return type === 'time' ? parseTime(String(value)) : Number(value);
}

/** Milliseconds of an ISO 8601 time with a zone, else NaN. */
export function parseTime(value: string): number {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(
    value,
  )
    ? Date.parse(value)
    : NaN;
}

function check(test: Test, value: Literal | undefined): Truth {
  if (test.op === 'exists') return (value !== undefined) === test.value;
  if (value === undefined) return undefined;
  switch (test.op) {
    case 'equals':
      return String(value) === String(test.value);
    case 'in':
      return test.value.some(item => String(item) === String(value));
    case 'startsWith':
      return String(value).startsWith(test.value);
    default: {
      const number = asNumber(value, test.type);
      if (Number.isNaN(number)) return undefined;
      return (
        number >= test.from &&
        (test.closed ? number <= test.to : number < test.to)
      );
    }
  }
}

/**
 * Whether a condition holds: true, false, or undefined where it hangs on
 * something that is not known (Kleene's logic). A missing condition holds.
 */
export function evaluateCondition(
  condition: Condition | undefined,
  facts: Facts,
): Truth {
  if (!condition) return true;
  switch (condition.kind) {
    case 'attribute':
      return check(condition.test, read(condition.name, facts));
    case 'not': {
      const inner = evaluateCondition(condition.part, facts);
      return inner === undefined ? undefined : !inner;
    }
    default: {
      const decisive = condition.kind === 'any';
      let unknown = false;
      for (const part of condition.parts) {
        const truth = evaluateCondition(part, facts);
        if (truth === decisive) return decisive;
        if (truth === undefined) unknown = true;
      }
      return unknown ? undefined : !decisive;
    }
  }
}

/** The request attributes that a condition mentions, without `request.`. */
export function requestAttributes(condition: Condition | undefined): string[] {
  if (!condition) return [];
  switch (condition.kind) {
    case 'attribute':
      return condition.name.startsWith('request.')
        ? [condition.name.slice('request.'.length)]
        : [];
    case 'not':
      return requestAttributes(condition.part);
    default:
      return condition.parts.flatMap(requestAttributes);
  }
}

/** A condition in words: `request.changeTicket is given`. */
export function describeCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'attribute': {
      const { name, test } = condition;
      switch (test.op) {
        case 'exists':
          return `${name} is ${test.value ? '' : 'not '}given`;
        case 'equals':
          return `${name} is "${test.value}"`;
        case 'in':
          return `${name} is one of ${test.value.join(', ')}`;
        case 'startsWith':
          return `${name} starts with "${test.value}"`;
        default:
          return `${name} is ${test.words}`;
      }
    }
    case 'not':
      return `not (${describeCondition(condition.part)})`;
    default:
      return condition.parts
        .map(part => describeCondition(part))
        .join(condition.kind === 'all' ? ' and ' : ' or ');
  }
}
