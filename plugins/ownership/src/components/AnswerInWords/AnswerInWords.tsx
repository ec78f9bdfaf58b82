// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { WhoCan } from '@fairway/backstage-plugin-ownership-common';
import { EntityLinks } from '@fairway/requests-react';
import { ownershipTranslationRef } from '../../translation';
import { AnswerBadge } from '../AnswerBadge';

/** An answer with its reason, and whom to ask where that helps. */
export const AnswerInWords = (props: { answer: WhoCan['everyoneElse'] }) => {
  const { decision, needs, message, askFor } = props.answer;
  const { t } = useTranslationRef(ownershipTranslationRef);
  return (
    <>
      <AnswerBadge decision={decision} needs={needs} />
      <Text as="p">{message}</Text>
      {askFor.length > 0 && (
        <Text as="p">
          {t('askFor')} <EntityLinks refs={askFor} defaultKind="group" />
        </Text>
      )}
    </>
  );
};
