// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Badge, Flex, Radio, RadioGroup } from '@backstage/ui';
import type { VettedModule } from '@fairway/backstage-plugin-self-service-common';
import {
  EmptyState,
  NotAllowed,
  StateBadge,
  useLoad,
} from '@fairway/requests-react';
import { useCallback, useEffect, useId } from 'react';
import { infrastructureApiRef, selfServiceApiRef } from '../../api';
import { selfServiceTranslationRef } from '../../translation';
import styles from '../FairwayEnvironment/FairwayEnvironment.module.css';
import { useCurrentErrors } from '../FairwayEnvironment/useCurrentErrors';
import { FieldError, FieldSkeleton } from '../module/FieldStates';
import { askVersions, versionsQuestion } from './askVersions';
import { fairwayModuleVersionSchema } from './schema';

type FairwayModuleVersionProps = typeof fairwayModuleVersionSchema.TProps;

/** Other fields are typed into: ask when the typing stops. */
const DELAY_MS = 300;

const VersionOption = (props: {
  listed: VettedModule['versions'][number];
  isChosen: boolean;
  isNewest: boolean;
  isCurrent: boolean;
}) => {
  const { listed, isChosen, isNewest, isCurrent } = props;
  const { version, status, reason } = listed;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const reasonId = useId();
  const isBlocked = status === 'blocked';
  return (
    <div className={styles.option}>
      <Radio
        value={version}
        // Tab goes to the chosen one, so that stays open though it is blocked by now.
        isDisabled={isBlocked && !isChosen}
        aria-describedby={reason ? reasonId : undefined}
      >
        <span className={styles.name}>
          {version}
          {isNewest && (
            <Badge className={styles.tier}>{t('version.newest')}</Badge>
          )}
          {isCurrent && (
            <Badge className={styles.tier}>{t('version.current')}</Badge>
          )}
          {isBlocked && (
            <StateBadge tone="neutral">{t('version.blocked')}</StateBadge>
          )}
        </span>
      </Radio>
      {reason && (
        <div id={reasonId} className={styles.description}>
          <p className={styles.reason}>{reason}</p>
        </div>
      )}
    </div>
  );
};

/** The versions of a module: approved ones to choose, blocked ones grey with the reason. */
export const FairwayModuleVersion = (props: FairwayModuleVersionProps) => {
  const { formData, onChange, schema, uiSchema, idSchema, required } = props;
  const { rawErrors = [], disabled, readonly, formContext } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const infrastructure = useApi(infrastructureApiRef);
  const modules = useApi(selfServiceApiRef);
  const question = versionsQuestion(
    uiSchema?.['ui:options'] ?? {},
    formContext?.formData,
  );
  const key = JSON.stringify(question);
  const load = useCallback(
    async (signal: AbortSignal) => ({
      key,
      answer: await askVersions(
        JSON.parse(key),
        { infrastructure, modules },
        signal,
      ),
    }),
    [infrastructure, modules, key],
  );
  const { value, error, isLoading, reload } = useLoad(load, {
    delayMs: DELAY_MS,
  });
  const errorId = `${idSchema?.$id}__error`;
  const isInvalid = useCurrentErrors({
    errors: rawErrors,
    answer: JSON.stringify([formData, question]),
    errorId,
  });
  const label = schema?.title ?? t('version.label');
  const answer = value?.answer;
  const versions = answer?.module.versions ?? [];
  const newest = versions.find(({ status }) => status === 'approved')?.version;

  // The newest is what most people want, and a version of another module is none of this one.
  const isListed = versions.some(({ version }) => version === formData);
  const isFresh = value?.key === key;
  useEffect(() => {
    if (isFresh && newest !== undefined && !isListed) onChange(newest);
  }, [isFresh, newest, isListed, onChange]);

  if (error) {
    return (
      <FieldError
        label={label}
        error={error}
        title={t('version.error')}
        notAllowedTitle={t('version.notAllowed')}
        onRetry={reload}
        isRetrying={isLoading}
      />
    );
  }
  if (!value || !isFresh) {
    return <FieldSkeleton label={label} loading={t('version.loading')} />;
  }
  if (!answer) {
    return (
      <EmptyState title={t('version.chooseModule.title')} headingLevel="h4">
        {t('version.chooseModule.text')}
      </EmptyState>
    );
  }
  if (versions.length === 0) {
    return (
      <EmptyState title={t('version.empty.title')} headingLevel="h4">
        {t('version.empty.text', { module: answer.module.title })}
      </EmptyState>
    );
  }
  return (
    <Flex direction="column" gap="3" aria-busy={isLoading}>
      {newest === undefined && (
        <NotAllowed
          title={t('version.none.title')}
          askFor={answer.module.ownerRef ? [answer.module.ownerRef] : []}
        >
          {t('version.none.text')}
        </NotAllowed>
      )}
      <RadioGroup
        name={idSchema?.$id}
        label={label}
        description={uiSchema?.['ui:description'] ?? schema?.description}
        isRequired={required}
        isDisabled={disabled}
        isReadOnly={readonly}
        isInvalid={isInvalid}
        validationBehavior="aria"
        aria-describedby={isInvalid ? errorId : undefined}
        value={formData || null}
        onChange={onChange}
      >
        {versions.map(listed => (
          <VersionOption
            key={listed.version}
            listed={listed}
            isChosen={listed.version === formData}
            isNewest={listed.version === newest}
            isCurrent={listed.version === answer.current}
          />
        ))}
      </RadioGroup>
    </Flex>
  );
};
