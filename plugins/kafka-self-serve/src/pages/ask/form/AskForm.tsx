// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Flex, Text } from '@backstage/ui';
import { LeaveGuarded, Section } from '@fairway/requests-react';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useAreaTitle } from '../../../layout/useAreaTitle';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { AskActions } from './AskActions';
import { ProblemsContext } from './context';
import { AskLines } from './fields';
import styles from './form.module.css';
import { PlanPanel } from './PlanPanel';
import { Refused } from './Refused';
import type { Ask } from './useAsk';

const REASON = ['justification'];

/** A form that becomes a request: its fields, the reason, the plan, and what to do with it. */
export const AskForm = (props: {
  ask: Ask;
  title: string;
  intro?: ReactNode;
  /** Where "Cancel" leads. */
  back: string;
  /** What is asked for as a document to keep in Git. */
  yaml?: string;
  children: ReactNode;
}) => {
  const { ask, title, intro, back, yaml, children } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const form = useRef<HTMLFormElement>(null);
  useAreaTitle(title);
  const { attempts } = ask;
  useEffect(() => {
    if (attempts === 0) return;
    form.current
      ?.querySelector<HTMLElement>(
        '[aria-invalid="true"], [data-invalid="true"] button, [data-invalid="true"] input',
      )
      ?.focus();
  }, [attempts]);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    // Enter in a field shows the plan; what is sent was seen, or goes to its review.
    ask.showPlan();
  };
  return (
    <ProblemsContext.Provider value={ask.problems}>
      <form
        ref={form}
        noValidate
        onSubmit={onSubmit}
        aria-label={title}
        className={styles.layout}
      >
        <div className={styles.column}>
          <div>
            <Text as="h2" variant="title-small">
              {title}
            </Text>
            {intro && (
              <Text as="p" className={styles.intro}>
                {intro}
              </Text>
            )}
          </div>
          {children}
          <LeaveGuarded isUnsaved={ask.isUnsaved} />
          <Section title={t('ask.reason.title')}>
            <AskLines
              path={REASON}
              label={t('ask.reason.label')}
              description={t('ask.reason.text')}
              rows={2}
              value={ask.reason}
              onChange={ask.setReason}
            />
          </Section>
          <Refused ask={ask} />
          <AskActions ask={ask}>
            <ButtonLink variant="tertiary" href={back}>
              {t('ask.cancel')}
            </ButtonLink>
          </AskActions>
        </div>
        <Flex direction="column" gap="5" className={styles.column}>
          <PlanPanel ask={ask} yaml={yaml} />
        </Flex>
      </form>
    </ProblemsContext.Provider>
  );
};
