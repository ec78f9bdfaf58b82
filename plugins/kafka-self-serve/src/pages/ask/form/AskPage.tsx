// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  BreadcrumbEntry,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import type { RequestAction } from '@fairway/requests-common';
import { type Loaded, NotAllowed } from '@fairway/requests-react';
import type { ReactNode } from 'react';
import { LoadedPart, Page } from '../../../parts';
import { kafkaSelfServeTranslationRef } from '../../../translation';

/** A form about one thing once that is loaded, or why it is not for this person now. */
export function AskPage<T>(props: {
  title: string;
  /** What it is about, and the address of its page. */
  about: { name: string; href: string };
  loaded: Loaded<T>;
  words: {
    loading: string;
    error: string;
    notAllowed: string;
    /** Title of why it cannot be asked for. */
    refused: string;
  };
  actionOf: (value: T) => RequestAction;
  children: (value: T) => ReactNode;
}) {
  const { title, about, loaded, words, actionOf, children } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const { value } = loaded;
  return (
    <BreadcrumbEntry entry={{ label: about.name, href: about.href }}>
      {value !== undefined && actionOf(value).allowed ? (
        children(value)
      ) : (
        <Page title={title}>
          <LoadedPart loaded={loaded} words={words}>
            {refused => (
              <>
                <NotAllowed title={words.refused}>
                  {actionOf(refused).because}
                </NotAllowed>
                <div>
                  <ButtonLink variant="secondary" href={about.href}>
                    {t('ask.topic.back', { name: about.name })}
                  </ButtonLink>
                </div>
              </>
            )}
          </LoadedPart>
        </Page>
      )}
    </BreadcrumbEntry>
  );
}
