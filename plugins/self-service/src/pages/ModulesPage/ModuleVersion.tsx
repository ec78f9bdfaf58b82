// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Flex, Skeleton, Text, VisuallyHidden } from '@backstage/ui';
import type { ModuleInspection } from '@fairway/backstage-plugin-self-service-common';
import {
  LoadError,
  ScrollTable,
  Section,
  useLoad,
} from '@fairway/requests-react';
import { useCallback } from 'react';
import { infrastructureApiRef } from '../../api';
import { selfServiceTranslationRef } from '../../translation';
import { Markdown } from './markdown';
import { inputRows } from './moduleFacts';
import styles from './ModulesPage.module.css';

const Inputs = (props: { inspection: ModuleInspection }) => {
  const { inspection } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const rows = inputRows(inspection);
  return (
    <Section title={t('modules.inputs.title')}>
      {rows.length === 0 ? (
        <p>{t('modules.inputs.empty')}</p>
      ) : (
        <ScrollTable
          label={t('modules.inputs.label', { version: inspection.version })}
          columns={(
            ['name', 'type', 'required', 'default', 'description'] as const
          ).map(column => t(`modules.inputs.${column}`))}
        >
          {rows.map(row => (
            <tr key={row.name}>
              <th scope="row">
                <code>{row.name}</code>
              </th>
              <td>
                <code>{row.type}</code>
              </td>
              <td>
                {t(row.isRequired ? 'modules.inputs.yes' : 'modules.inputs.no')}
              </td>
              <td>
                {row.default === undefined ? (
                  t('modules.inputs.noDefault')
                ) : (
                  <code>{row.default}</code>
                )}
              </td>
              <td>
                {row.description}
                {row.help && <div className={styles.help}>{row.help}</div>}
                {row.isSensitive && (
                  <div className={styles.help}>
                    {t('modules.inputs.sensitive')}
                  </div>
                )}
              </td>
            </tr>
          ))}
        </ScrollTable>
      )}
    </Section>
  );
};

const Outputs = (props: { inspection: ModuleInspection }) => {
  const { outputs, version } = props.inspection;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  return (
    <Section title={t('modules.outputs.title')}>
      {outputs.length === 0 ? (
        <p>{t('modules.outputs.empty')}</p>
      ) : (
        <ScrollTable
          label={t('modules.outputs.label', { version })}
          columns={[
            t('modules.outputs.name'),
            t('modules.outputs.description'),
          ]}
        >
          {outputs.map(({ name, description, isSensitive }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>
                {description}
                {isSensitive && (
                  <div className={styles.help}>
                    {t('modules.outputs.sensitive')}
                  </div>
                )}
              </td>
            </tr>
          ))}
        </ScrollTable>
      )}
    </Section>
  );
};

const Inspected = (props: { inspection: ModuleInspection }) => {
  const { inspection } = props;
  const { status, reason = '', warnings, readme } = inspection;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  return (
    <Flex direction="column" gap="6">
      {status === 'blocked' && (
        <Alert
          role="status"
          status="warning"
          icon
          title={t('modules.version.blocked', { reason })}
        />
      )}
      {warnings.length > 0 && (
        <Alert
          role="status"
          status="warning"
          icon
          title={t('modules.version.warnings')}
          description={
            <ul>
              {warnings.map(({ path, line, message }) => (
                <li key={`${path} ${line} ${message}`}>
                  {t('modules.version.warning', {
                    path,
                    line: String(line),
                    message,
                  })}
                </li>
              ))}
            </ul>
          }
        />
      )}
      <Inputs inspection={inspection} />
      <Outputs inspection={inspection} />
      <Section title={t('modules.readme.title')}>
        {readme ? (
          <Markdown text={readme} headingLevel={4} />
        ) : (
          <p>{t('modules.readme.empty')}</p>
        )}
      </Section>
    </Flex>
  );
};

/** What a module takes and gives at one version. */
export const ModuleVersion = (props: { name: string; version: string }) => {
  const { name, version } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const api = useApi(infrastructureApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.inspectModule({ name, version }, { signal }),
    [api, name, version],
  );
  const { value, error, isLoading, reload } = useLoad(load);
  return (
    <Flex direction="column" gap="4">
      <Text as="h3" variant="title-x-small">
        {t('modules.version.title', { version })}
      </Text>
      {error && (
        <LoadError
          error={error}
          title={t('modules.version.error')}
          notAllowedTitle={t('modules.version.notAllowed')}
          onRetry={reload}
          isRetrying={isLoading}
        />
      )}
      {!error && !value && (
        <div role="status">
          <VisuallyHidden>{t('modules.version.loading')}</VisuallyHidden>
          <Skeleton width="100%" height={320} aria-hidden="true" />
        </div>
      )}
      {!error && value && <Inspected inspection={value} />}
    </Flex>
  );
};
