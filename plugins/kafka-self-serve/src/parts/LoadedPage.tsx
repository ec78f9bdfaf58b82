// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Loaded } from '@fairway/requests-react';
import type { ReactNode } from 'react';
import { LoadedPart } from './LoadedPart';
import { Page } from './Page';

/** The page of one thing: its name is there at once, the rest once it is loaded. */
export function LoadedPage<T>(props: {
  title: string;
  href: string;
  loaded: Loaded<T>;
  words: { loading: string; error: string; notAllowed: string };
  /** In a sentence. */
  text?: (value: T) => ReactNode;
  /** Beside the title. */
  state?: (value: T) => ReactNode;
  children: (value: T) => ReactNode;
}) {
  const { title, href, loaded, words, text, state, children } = props;
  const { value } = loaded;
  return (
    <Page
      title={title}
      href={href}
      text={value && text?.(value)}
      state={value && state?.(value)}
    >
      <LoadedPart loaded={loaded} words={words}>
        {children}
      </LoadedPart>
    </Page>
  );
}
