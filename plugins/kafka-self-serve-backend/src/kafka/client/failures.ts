// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { protocolErrors, protocolErrorsCodesById } from '@platformatic/kafka';
import {
  isKafkaError,
  kafkaError,
  type KafkaSelfServeError,
  type KafkaSelfServeErrorCode,
} from '../../errors';
import { meaningOf } from './answers';

/** What the client's errors may carry; they nest. */
interface Nested {
  code?: string;
  apiCode?: number;
  message?: string;
  serverErrorMessage?: string | null;
  cause?: Nested;
  errors?: Nested[];
}

function* walk(error: Nested | undefined): Generator<Nested> {
  if (!error || typeof error !== 'object') return;
  yield error;
  for (const inner of error.errors ?? []) yield* walk(inner);
  yield* walk(error.cause);
}

/** Of Node's TLS, of OpenSSL, and of the client. */
const TLS_CODE =
  /^(?:ERR_TLS|ERR_SSL|EPROTO|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH)/;
const TLS_WORDS = /requires TLS|TLS handshake|secure TLS connection/;
const CLOSED_AT_SIGN_IN = /closed while waiting for ready/;

/** The name and words of an error code of the protocol. */
export function codeInWords(code: number, message?: string | null): string {
  const id = protocolErrorsCodesById[code];
  if (message) return message;
  return id ? `${id}: ${protocolErrors[id].message}` : `error code ${code}`;
}

/** What to say of a failed request before or after it was sent. */
export interface FailureContext {
  cluster: string;
  /** What was asked for, as the grammar of the catalogue wants it. */
  request: string;
  /** Whether the request may have reached the broker. */
  sent: boolean;
  /** Whether the connection signs in. */
  signsIn: boolean;
}

/** An error of the client as one of the catalogue. */
export function toKafkaError(
  error: unknown,
  { cluster, request, sent, signsIn }: FailureContext,
): KafkaSelfServeError {
  if (isKafkaError(error)) return error;
  const all = [...walk(error as Nested)];
  const make = (code: KafkaSelfServeErrorCode, reason: string) =>
    failure(code, { cluster, request, reason, name: request }, error);

  const answered = all.find(({ apiCode }) => apiCode !== undefined);
  if (answered?.apiCode !== undefined) {
    const reason = codeInWords(answered.apiCode, answered.serverErrorMessage);
    return make(meaningOf(answered.apiCode), reason);
  }
  const tls = all.find(
    ({ code = '', message = '' }) =>
      TLS_CODE.test(code) || TLS_WORDS.test(message),
  );
  if (tls) return make('kafka-tls-failed', sentence(tls.message));
  const authentication = all.find(
    ({ code }) => code === 'PLT_KFK_AUTHENTICATION',
  );
  if (authentication)
    return make(
      'kafka-authentication-failed',
      sentence(authentication.message),
    );
  if (all.some(({ code }) => code === 'PLT_KFK_UNSUPPORTED_API'))
    return make('kafka-unsupported', 'its brokers do not offer it');
  if (sent) return make('kafka-answer-lost', sentence(deepest(all)));
  // Kafka says why it refuses; others just hang up.
  if (
    signsIn &&
    all.some(({ message = '' }) => CLOSED_AT_SIGN_IN.test(message))
  )
    return make(
      'kafka-authentication-failed',
      'the broker closed the connection while the portal was signing in',
    );
  return make('kafka-unreachable', sentence(deepest(all)));
}

/** An error code in a broker's answer as an error of the catalogue. */
export function answerError(options: {
  code: number;
  message?: string | null;
  cluster: string;
  request: string;
  /** What it is about: a topic, a group or a user. */
  name: string;
}): KafkaSelfServeError {
  const { code, message, cluster, request, name } = options;
  const reason = codeInWords(code, message).replace(/\.$/, '');
  return failure(meaningOf(code), { cluster, request, name, reason });
}

/** Messages take what they need of the values. */
function failure(
  code: KafkaSelfServeErrorCode,
  values: Record<'cluster' | 'request' | 'name' | 'reason', string>,
  cause?: unknown,
): KafkaSelfServeError {
  return kafkaError(code, values as never, { cause });
}

function deepest(all: Nested[]): string | undefined {
  return all.findLast(({ message }) => message)?.message;
}

function sentence(text = 'it gives no reason'): string {
  return text.replace(/\.$/, '');
}
