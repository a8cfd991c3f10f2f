import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card, Row } from '../../../../components/card';
import { Field } from '../../../../components/field';
import { Answer } from '../../../../components/page';
import { Sheet } from '../../../../components/sheet';
import { useApi } from '../../../../hooks/use-api';
import { sentenceOf, useCommand } from '../../../../hooks/use-command';
import type { Photo } from '../../../../services/upload';
import { listed, type Profile, profileProblems } from '../../advisor/profile';
import { PhotoInput } from '../../components/photo-input';
import '../../components/action-sheet/index.scss';

/** What residents read of the advisor before they book, and changing it. */
export function ProfileCard() {
  const query = useApi('advisor.profile', {});
  const [open, setOpen] = useState(false);
  return (
    <Answer query={query}>
      {(profile) => (
        <Card title="居民看到的我">
          {profile.photoUrl && <Image className="hours-portrait" src={profile.photoUrl} mode="aspectFill" />}
          <Row label="擅长">{profile.fields.join('、')}</Row>
          <Row label="会说">{profile.languages.join('、')}</Row>
          <Row label="介绍">{profile.intro || '还没有写'}</Row>
          <View className="buttons hours-limits">
            <Button kind="plain" onTap={() => setOpen(true)}>
              改介绍和照片
            </Button>
          </View>
          {open && <ProfileSheet profile={profile} onClose={() => setOpen(false)} />}
        </Card>
      )}
    </Answer>
  );
}

function ProfileSheet({ profile, onClose }: { profile: Profile; onClose: () => void }) {
  const [intro, setIntro] = useState(profile.intro);
  const [fields, setFields] = useState(profile.fields.join('、'));
  const [languages, setLanguages] = useState(profile.languages.join('、'));
  const [photos, setPhotos] = useState<Photo[]>([]);
  const save = useCommand('advisor.saveProfile', '已记下', true);
  const written = { intro: intro.trim(), fields: listed(fields), languages: listed(languages) };
  const problems = profileProblems(written);
  const send = () => {
    if (Object.keys(problems).length > 0) return;
    const photoId = photos.at(-1)?.id;
    save.mutate({ version: profile.version, ...written, ...(photoId && { photoId }) }, { onSuccess: onClose });
  };
  return (
    <Sheet
      title="居民看到的我"
      onClose={onClose}
      foot={
        <Button onTap={send} busy={save.isPending} disabled={Object.keys(problems).length > 0}>
          记下
        </Button>
      }
    >
      {save.error && <View className="sheet-trouble">没有记下：{sentenceOf(save.error)}。您写的还在。</View>}
      <PhotoInput
        label="换一张照片（可不换）"
        side="OTHER"
        photos={photos}
        onChange={(next) => setPhotos(next.slice(-1))}
      />
      <Field label="介绍自己" value={intro} onChange={setIntro} max={200} long />
      <Field label="擅长（用顿号隔开）" value={fields} onChange={setFields} max={120} problem={problems.fields} />
      <Field
        label="会说（用顿号隔开）"
        value={languages}
        onChange={setLanguages}
        max={60}
        problem={problems.languages}
      />
    </Sheet>
  );
}
