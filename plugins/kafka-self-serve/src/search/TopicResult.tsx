// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  useAnalytics,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import type { SearchDocument } from '@backstage/plugin-search-common';
import { Flex, Link, Text } from '@backstage/ui';
import { EntityLink } from '@fairway/requests-react';
import { kafkaSelfServeTranslationRef } from '../translation';

/** What the search's module for Kafka puts into a document. */
interface TopicDocument extends SearchDocument {
  environment?: string;
  application?: string;
  owner?: string;
}

/** One topic among the results of a search. */
export const TopicResult = (props: {
  result?: SearchDocument;
  rank?: number;
}) => {
  const { result, rank } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const analytics = useAnalytics();
  if (!result) return null;
  const { title, location, environment, application, owner } =
    result as TopicDocument;
  return (
    <li>
      <Flex direction="column" gap="1" py="2" px="4">
        <Link
          href={location}
          onClick={() =>
            analytics.captureEvent('discover', title, {
              attributes: { to: location },
              value: rank,
            })
          }
        >
          {title}
        </Link>
        <Text variant="body-small" color="secondary">
          {t('search.facts', {
            environment: environment ?? '',
            application: application ?? t('orphan'),
          })}{' '}
          {owner && <EntityLink entityRef={owner} defaultKind="group" />}
        </Text>
      </Flex>
    </li>
  );
};
