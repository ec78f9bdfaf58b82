// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Select } from '@backstage/ui';
import type { SubjectDetail } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { CopyableCode, Section, useLoad } from '@fairway/requests-react';
import { useCallback, useState } from 'react';
import { kafkaSelfServeApiRef } from '../../api';
import { LoadedPart } from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { readable } from './lineDiff';
import { SchemaDiff } from './SchemaDiff';

const NOTHING = 'nothing';

/** Every version of a subject, one of them whole or beside another. */
export const Versions = (props: { subject: SubjectDetail }) => {
  const { environment, name, versions } = props.subject;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const latest = versions[versions.length - 1];
  const [chosen, setChosen] = useState<number>(latest);
  const [other, setOther] = useState<number | undefined>(
    versions[versions.length - 2],
  );
  const loaded = useLoad(
    useCallback(
      async (signal: AbortSignal) => {
        const read = (version: number) =>
          api.subjectVersion({ environment, name, version }, { signal });
        const [after, before] = await Promise.all([
          read(chosen),
          other === undefined ? undefined : read(other),
        ]);
        return { after, before };
      },
      [api, environment, name, chosen, other],
    ),
  );
  const options = [...versions]
    .reverse()
    .map(version => ({ value: String(version), label: String(version) }));
  return (
    <Section title={t('subjects.one.versions')}>
      <Flex gap="3">
        <Select
          label={t('subjects.one.compare')}
          options={options}
          selectedKey={String(chosen)}
          onSelectionChange={key => setChosen(Number(key))}
        />
        <Select
          label={t('subjects.one.with')}
          options={[
            { value: NOTHING, label: t('subjects.one.nothing') },
            ...options,
          ]}
          selectedKey={other === undefined ? NOTHING : String(other)}
          onSelectionChange={key =>
            setOther(key === NOTHING ? undefined : Number(key))
          }
        />
      </Flex>
      <LoadedPart
        loaded={loaded}
        words={{
          loading: t('subjects.one.versionLoading'),
          error: t('subjects.one.versionError'),
          notAllowed: t('subjects.one.notAllowed'),
        }}
      >
        {({ after, before }) =>
          before ? (
            <SchemaDiff
              before={before.schema}
              after={after.schema}
              label={t('subjects.one.diff', {
                from: String(before.version),
                to: String(after.version),
              })}
            />
          ) : (
            <CopyableCode
              block
              value={readable(after.schema)}
              label={t('subjects.one.schemaText')}
            />
          )
        }
      </LoadedPart>
    </Section>
  );
};
