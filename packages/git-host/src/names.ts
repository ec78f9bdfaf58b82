// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { gitHostError } from './errors';
import type { Trailer } from './types';

const LONGEST_REF = 200;
const LONGEST_MESSAGE = 64 * 1024;

function refProblem(ref: string): string | undefined {
  if (ref === '' || ref.length > LONGEST_REF) {
    return `is empty or has more than ${LONGEST_REF} characters`;
  }
  if (!/^[A-Za-z0-9._@+=,#/-]+$/.test(ref)) {
    return 'has a character that is not allowed';
  }
  if (ref.includes('..') || ref === '@') {
    return 'has .. or is @';
  }
  const bad = ref
    .split('/')
    .find(
      segment => !/^[^.-].*$/.test(segment) || /(\.|\.lock)$/.test(segment),
    );
  return bad === undefined
    ? undefined
    : 'has an empty part, or one that begins with . or -, or ends with . or .lock';
}

/** Throws `git-ref-invalid` for what is not plainly the name of a branch or tag, or a commit id. */
export function checkRef(ref: string): void {
  const reason = refProblem(ref);
  if (reason) {
    throw gitHostError('git-ref-invalid', { ref, reason });
  }
}

/** Throws `git-ref-invalid` for a name that no branch may have. */
export function checkBranch(branch: string): void {
  checkRef(branch);
  if (
    /^[0-9a-f]{40}$/.test(branch) ||
    branch === 'HEAD' ||
    branch.startsWith('refs/')
  ) {
    throw gitHostError('git-ref-invalid', {
      ref: branch,
      reason: 'reads like a commit or a full reference',
    });
  }
}

export const isCommitId = (ref: string) => /^[0-9a-f]{40}$/.test(ref);

/** Throws `git-ref-invalid` for what is not a whole commit id. */
export function checkCommitId(sha: string): void {
  if (!isCommitId(sha)) {
    throw gitHostError('git-ref-invalid', {
      ref: sha,
      reason: 'is not a commit id of 40 hexadecimal digits',
    });
  }
}

/** Throws `git-text-invalid` for a time that Git cannot hold. */
export function checkTime(field: string, at: Date): void {
  if (!(at.getTime() >= 0)) {
    throw gitHostError('git-text-invalid', {
      field,
      value: String(at),
      reason: 'is not a time since 1970',
    });
  }
}

/** Throws `git-text-invalid` for one line of text that would not stay one line, or is empty or too long. */
export function checkLine(
  field: string,
  value: string,
  options: { longest?: number } = {},
): void {
  const longest = options.longest ?? 500;
  const reason =
    (value.trim() === '' && 'is empty') ||
    (value.length > longest && `has more than ${longest} characters`) ||
    (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value) && 'has a control character');
  if (reason) {
    throw gitHostError('git-text-invalid', { field, value, reason });
  }
}

/** Throws `git-text-invalid` for text of several lines that is too long or has control characters. */
export function checkText(field: string, value: string): void {
  const reason =
    (value.length > LONGEST_MESSAGE &&
      `has more than ${LONGEST_MESSAGE} characters`) ||
    (/[^\P{Cc}\t\n\r]/u.test(value) && 'has a control character');
  if (reason) {
    throw gitHostError('git-text-invalid', { field, value, reason });
  }
}

/** Throws `git-text-invalid` for what is no link to a web page. */
export function checkUrl(field: string, value: string): void {
  checkLine(field, value, { longest: 2000 });
  if (!/^https?:$/.test(URL.canParse(value) ? new URL(value).protocol : '')) {
    const reason = 'is not an address that begins with https:// or http://';
    throw gitHostError('git-text-invalid', { field, value, reason });
  }
}

/** Throws `git-text-invalid` for what would break out of a commit's author line. */
export function checkPerson(
  field: string,
  person: { name: string; email: string },
): void {
  for (const [key, value] of Object.entries({
    name: person.name,
    email: person.email,
  })) {
    checkLine(`${field}'s ${key}`, value);
    if (/[<>]/.test(value)) {
      throw gitHostError('git-text-invalid', {
        field: `${field}'s ${key}`,
        value,
        reason: 'has an angle bracket',
      });
    }
  }
}

/** The commit message with its trailers as the last paragraph, which is the only one that Git reads trailers from. */
export function commitMessage(options: {
  message: string;
  trailers: Trailer[];
}): string {
  const message = options.message.replace(/\r\n?/g, '\n').trim();
  checkText('message', message);
  checkLine('subject', message.split('\n')[0]);
  const trailers = options.trailers.map(({ key, value }) => {
    checkLine('trailer', value);
    if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(key)) {
      throw gitHostError('git-text-invalid', {
        field: 'trailer',
        value: key,
        reason: 'has a name with more than letters, digits and hyphens',
      });
    }
    return `${key}: ${value}\n`;
  });
  return [`${message}\n`, ...(trailers.length ? [trailers.join('')] : [])].join(
    '\n',
  );
}
