// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Text } from '@backstage/ui';
import { fairwayRequestsTranslationRef } from '../translation';

/** The buttons of the dialog; while it guards what was typed, the question about that. */
export const DecisionFooter = (props: {
  isGuarding: boolean;
  onKeep: () => void;
  onThrowAway: () => void;
  label: string;
  isDestructive: boolean;
  isPending: boolean;
  /** Whether something else has to be done first. */
  isDisabled?: boolean;
  onDecide: () => void;
  onBack: () => void;
  /** "Back" if left out. */
  backLabel?: string;
}) => {
  const { isGuarding, onKeep, onThrowAway } = props;
  const { label, isDestructive, isPending, isDisabled } = props;
  const { onDecide, onBack } = props;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  if (isGuarding) {
    return (
      <Flex align="center" gap="3">
        <Text role="alert">{t('decision.guard.title')}</Text>
        {/* Whoever closed by mistake goes on by pressing Enter. */}
        {/* eslint-disable-next-line jsx-a11y/no-autofocus */}
        <Button variant="primary" autoFocus onPress={onKeep}>
          {t('decision.guard.keep')}
        </Button>
        <Button variant="secondary" onPress={onThrowAway}>
          {t('decision.guard.discard')}
        </Button>
      </Flex>
    );
  }
  return (
    <>
      <Button variant="secondary" isDisabled={isPending} onPress={onBack}>
        {props.backLabel ?? t('decision.back')}
      </Button>
      <Button
        variant="primary"
        destructive={isDestructive}
        isPending={isPending}
        isDisabled={isDisabled}
        onPress={onDecide}
      >
        {label}
      </Button>
    </>
  );
};
