import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Field } from '../../../../components/field';
import { Answer } from '../../../../components/page';
import { Tap } from '../../../../components/tap';
import { useApi } from '../../../../hooks/use-api';

/** One of the categories: searched by name or group and listed by group; once chosen the list steps aside. */
export function CategoryChoice({
  chosen,
  onChoose,
  problem,
}: {
  chosen: string;
  onChoose: (code: string) => void;
  problem?: string;
}) {
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const query = useApi('categories.list', {});
  const current = query.data?.items.find(({ code }) => code === chosen);

  if (current && !open) {
    return (
      <View>
        <View className="field-label">分类</View>
        <View className="report-for-chosen">
          <View className="report-for-words">
            <View>{current.name}</View>
            <View className="small">
              {current.group} · {current.leadUnitName}
            </View>
          </View>
          <Button kind="quiet" onTap={() => setOpen(true)} label="换一个分类">
            换一个
          </Button>
        </View>
        {problem && <View className="field-problem">{problem}</View>}
      </View>
    );
  }
  return (
    <View>
      <Field label="分类" value={typed} onChange={setTyped} placeholder="输入几个字来找，比如 路灯" max={20} />
      <Answer query={query}>
        {({ items }) => {
          const found = items.filter(({ name, group }) => `${name}${group}`.includes(typed.trim()));
          const groups = [...new Set(found.map(({ group }) => group))];
          return (
            <View className="choices-list">
              {groups.map((group) => (
                <View key={group}>
                  <View className="report-for-group">{group}</View>
                  {found
                    .filter((one) => one.group === group)
                    .map(({ code, name, leadUnitName }) => (
                      <Tap
                        key={code}
                        className={`choice ${code === chosen ? 'choice-on' : ''}`}
                        role="radio"
                        checked={code === chosen}
                        label={`${name}，${group}`}
                        onTap={() => {
                          onChoose(code);
                          setTyped('');
                          setOpen(false);
                        }}
                      >
                        <Text className="choice-name">{name}</Text>
                        <Text className="choice-hint">{code === chosen ? '已选' : leadUnitName}</Text>
                      </Tap>
                    ))}
                </View>
              ))}
              {groups.length === 0 && <View className="choice-none">没有叫这个名字的分类</View>}
            </View>
          );
        }}
      </Answer>
      {problem && <View className="field-problem">{problem}</View>}
    </View>
  );
}
