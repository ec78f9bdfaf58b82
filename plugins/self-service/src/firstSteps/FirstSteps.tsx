// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Skeleton, Text, VisuallyHidden } from '@backstage/ui';
import { LoadError, Section, Stepper } from '@fairway/requests-react';
import { useState } from 'react';
import { selfServiceTranslationRef } from '../translation';
import { firstStepsMemory } from './memory';
import { firstStepsOf } from './progress';
import { useFollowedOrder } from './useFollowedOrder';
import { useStepper } from './useStepper';

const Steps = (props: { onHide: () => void }) => {
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const { value: order, error, isLoading, reload } = useFollowedOrder();
  const stepperOf = useStepper();
  const steps = order && firstStepsOf(order);
  const done = steps?.filter(({ isDone }) => isDone).length ?? 0;
  const startOver = () => {
    firstStepsMemory.startOver();
    reload();
  };
  return (
    <Flex direction="column" gap="3">
      <Text as="p">{t('firstSteps.text')}</Text>
      {error && (
        <LoadError
          error={error}
          title={t('firstSteps.error')}
          notAllowedTitle={t('firstSteps.notAllowed')}
          onRetry={reload}
          isRetrying={isLoading}
        />
      )}
      {!steps && !error && (
        <div role="status">
          <VisuallyHidden>{t('firstSteps.loading')}</VisuallyHidden>
          <Skeleton width="100%" height={280} />
        </div>
      )}
      {steps && order && (
        <>
          <Text as="p" role="status">
            {done === steps.length
              ? t('firstSteps.allDone')
              : t('firstSteps.progress', {
                  done: String(done),
                  all: String(steps.length),
                })}
          </Text>
          <Stepper
            label={t('firstSteps.title')}
            steps={stepperOf(steps, order)}
          />
        </>
      )}
      <Flex gap="2">
        <Button variant="tertiary" onPress={props.onHide}>
          {t('firstSteps.hide')}
        </Button>
        {done > 0 && (
          <Button variant="tertiary" onPress={startOver}>
            {t('firstSteps.startOver')}
          </Button>
        )}
      </Flex>
    </Flex>
  );
};

/** From an order to the catalog in six steps, which tick themselves. */
export const FirstSteps = () => {
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const [isHidden, setHidden] = useState(
    () => firstStepsMemory.read().isHidden ?? false,
  );
  const show = (isShown: boolean) => {
    firstStepsMemory.update({ isHidden: !isShown });
    setHidden(!isShown);
  };
  if (isHidden) {
    return (
      <Flex>
        <Button variant="tertiary" onPress={() => show(true)}>
          {t('firstSteps.show')}
        </Button>
      </Flex>
    );
  }
  return (
    <Section title={t('firstSteps.title')}>
      <Steps onHide={() => show(false)} />
    </Section>
  );
};
