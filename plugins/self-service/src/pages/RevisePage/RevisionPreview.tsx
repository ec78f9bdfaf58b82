// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Flex, Link, Skeleton, Text } from '@backstage/ui';
import type { RequestDetail, RequestPreview } from '@fairway/requests-common';
import {
  ChecksList,
  LoadError,
  PlanEffects,
  PlanView,
  type RequestSource,
  RiskList,
  Section,
} from '@fairway/requests-react';
import { selfServiceTranslationRef } from '../../translation';

/** What the text would become: the diff against the base, or why it is refused. */
export const RevisionPreview = (props: {
  source: RequestSource;
  request: RequestDetail;
  preview?: RequestPreview;
  error?: Error;
  isPending: boolean;
  /** Whether the text was changed since. */
  isOutdated: boolean;
  onRetry: () => void;
}) => {
  const { source, request, preview, error, isPending, isOutdated } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const other =
    preview?.openRequest?.id === request.id ? undefined : preview?.openRequest;
  const page = other && source.pageOf(other);
  const name =
    other && t('revise.preview.other', { number: `${other.number}` });
  const isShown = preview && !error && !isPending;
  const state = () => {
    if (isPending) return t('revise.preview.pending');
    if (!preview && !error) return t('revise.preview.none');
    return isOutdated ? t('revise.preview.outdated') : '';
  };
  return (
    <Section title={t('revise.preview.title')}>
      <Text as="p" role="status">
        {state()}
      </Text>
      {isPending && <Skeleton width="100%" height={160} />}
      {error && !isPending && (
        <LoadError
          error={error}
          title={t('revise.preview.error')}
          notAllowedTitle={t('revise.preview.notAllowed')}
          onRetry={props.onRetry}
        />
      )}
      {isShown && (
        <Flex direction="column" gap="4">
          {other && (
            <Alert
              status="warning"
              icon
              title={t('revise.preview.busy')}
              description={page ? <Link href={page}>{name}</Link> : name}
            />
          )}
          {preview.risks.length > 0 && <RiskList risks={preview.risks} />}
          {preview.view.effects && (
            <PlanEffects effects={preview.view.effects} />
          )}
          <PlanView view={preview.view} />
          {preview.checks.length > 0 && <ChecksList checks={preview.checks} />}
        </Flex>
      )}
    </Section>
  );
};
