// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Answers } from '../FakeKafka';

/** Why a page has no such state. */
export interface Without {
  without: string;
}

/** What a page reads first, and what it says until it has it. */
export interface Reads {
  /** `GET /topics`: under way, failed or refused it decides about the page. */
  call: string;
  /** Said while it loads; `busy` where a region says so by itself. */
  loading: string;
  /** A field that can be used while it loads its suggestions: it has no skeleton. */
  isUsable?: boolean;
  /** Title of the failure, without "Error: ". */
  error: string;
  /** Title of the refusal, without "Not allowed: ". */
  notAllowed: string;
}

/** The states of one page or part of the plugin, and what each has to say. */
export interface PageStates {
  /** Its path as the routes have it, with the ask in place of `:ask`; the id of the extension of a part. */
  page: string;
  /** Where a page has several with states of their own. */
  part?: string;
  /** Where it is opened, below `/kafka`; a part is an element. */
  open: string | (() => JSX.Element);
  /** What is done there first. */
  enter?: () => Promise<void>;
  /** Opened by an administrator; others do not see the part. */
  isAdministrator?: boolean;
  /** What the backend answers when all is well. */
  answers: Answers;
  reads: Reads | Without;
  /** What others see of a page that is for administrators: these open it otherwise. */
  administrators?: { title: string; whom: string };
  empty:
    | {
        answers: Answers;
        title: string | RegExp;
        /** What to do about it: text, or the words of a link or button. */
        next: string | RegExp;
      }
    | Without;
  filled: {
    /** The essential facts. */
    texts: (string | RegExp)[];
    /** Address below the portal by the words of the link. */
    links: Record<string, string>;
  };
  /** More of everything than can be drawn, and nothing of it allowed. */
  worst:
    | {
        answers: Answers;
        /** Disabled, each with the cause. */
        buttons?: string[];
        /** Said in place of the page. */
        says?: string;
        /** That there is more than what is drawn. */
        shows?: string;
      }
    | Without;
}

export const isWithout = (state: object | string): state is Without =>
  typeof state === 'object' && 'without' in state;
