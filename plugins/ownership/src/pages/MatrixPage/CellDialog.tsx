// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import {
  ButtonLink,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Skeleton,
  Text,
  VisuallyHidden,
} from '@backstage/ui';
import type { WhoCan } from '@fairway/backstage-plugin-ownership-common';
import { LoadError, useLoad } from '@fairway/requests-react';
import { useCallback } from 'react';
import { ownershipApiRef } from '../../api';
import { AnswerBadge, AnswerInWords } from '../../components';
import { namesOf, toSearchParams, toWhoCanQuery } from '../../question';
import { explainRouteRef, whoCanRouteRef } from '../../routes';
import { ownershipTranslationRef } from '../../translation';
import { RuleList } from '../WhoCanPage/RuleList';
import { Chosen, shortName } from './MatrixTable';

/** What the policy answers a team, with the rules behind it. */
const TeamAnswer = (props: { answer: WhoCan; team?: string }) => {
  const { answer, team } = props;
  const entries = answer.entries.filter(
    ({ who }) => who.includes(`team:${team}`) || who.includes('everyone'),
  );
  if (entries.length > 0) {
    return (
      <>
        {entries.map(entry => (
          <Flex key={entry.who.join()} direction="column" gap="2" align="start">
            <AnswerBadge decision={entry.decision} needs={entry.needs} />
            <Text as="p">{entry.message}</Text>
            <RuleList rules={entry.rules} />
          </Flex>
        ))}
      </>
    );
  }
  return (
    <Flex direction="column" gap="2" align="start">
      <AnswerInWords answer={answer.everyoneElse} />
    </Flex>
  );
};

/** Explains a cell of the matrix, and leads on. */
export const CellDialog = (props: {
  action: string;
  chosen: Chosen;
  onClose: () => void;
}) => {
  const { action, chosen, onClose } = props;
  const { team, on, environment } = chosen;
  const { t } = useTranslationRef(ownershipTranslationRef);
  const ownership = useApi(ownershipApiRef);
  const explainLink = useRouteRef(explainRouteRef);
  const whoCanLink = useRouteRef(whoCanRouteRef);
  const question = { action, environment, request: {}, ...namesOf(on) };
  const key = JSON.stringify(toWhoCanQuery(question));
  const load = useCallback(
    (signal: AbortSignal) => ownership.whoCan(JSON.parse(key), { signal }),
    [ownership, key],
  );
  const { value, error, isLoading, reload } = useLoad(load);
  const search = toSearchParams(question);
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(40rem, 100vw)"
    >
      <DialogHeader>
        {t(team ? 'matrix.dialog.title' : 'matrix.dialog.nobody', {
          team: team ?? '',
          action,
          on: shortName(on),
          environment,
        })}
      </DialogHeader>
      <DialogBody>
        {isLoading && !value && (
          <div role="status">
            <VisuallyHidden>{t('matrix.dialog.loading')}</VisuallyHidden>
            <Skeleton width="100%" height={96} />
          </div>
        )}
        {error && (
          <LoadError
            error={error}
            title={t('matrix.dialog.error')}
            notAllowedTitle={t('whoCan.notAllowed')}
            onRetry={reload}
            isRetrying={isLoading}
          />
        )}
        {value && <TeamAnswer answer={value} team={team} />}
      </DialogBody>
      <DialogFooter>
        {whoCanLink && (
          <ButtonLink variant="secondary" href={`${whoCanLink()}?${search}`}>
            {t('matrix.dialog.whoCan')}
          </ButtonLink>
        )}
        {explainLink && (
          <ButtonLink variant="primary" href={`${explainLink()}?${search}`}>
            {t('matrix.dialog.explain')}
          </ButtonLink>
        )}
      </DialogFooter>
    </Dialog>
  );
};
