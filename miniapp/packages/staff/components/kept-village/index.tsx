import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { Button } from '../../../../components/button';
import { Page } from '../../../../components/page';
import { Sheet } from '../../../../components/sheet';
import { Notice } from '../../../../components/state';
import { useKeptVillage } from '../../hooks/use-kept-village';
import { ChoiceList } from '../choice-list';
import type { Place } from '../place-choice';
import './index.scss';

/** A page about one village's points: its name on top, another of the town by a tap. */
export function KeptVillage({
  title,
  withTemplate,
  children,
}: {
  title: string;
  withTemplate?: boolean;
  children: (village: Place) => ReactNode;
}) {
  const { village, villages, choose } = useKeptVillage(withTemplate);
  const [choosing, setChoosing] = useState(false);
  return (
    <Page title={title}>
      {village ? (
        <>
          <View className="kept-village">
            <View className="strong">{village.label}</View>
            {villages.length > 1 && (
              <Button kind="quiet" onTap={() => setChoosing(true)}>
                换一个村
              </Button>
            )}
          </View>
          {children(village)}
        </>
      ) : (
        <Notice title="这里由网格长和镇街经办来管" />
      )}
      {choosing && (
        <Sheet title="哪个村（社区）" onClose={() => setChoosing(false)}>
          <ChoiceList
            label="村（社区）"
            choices={villages.map(({ code, label }) => ({ key: code, name: label }))}
            chosen={village?.code ?? ''}
            onChoose={(code) => {
              choose(code);
              setChoosing(false);
            }}
          />
        </Sheet>
      )}
    </Page>
  );
}
