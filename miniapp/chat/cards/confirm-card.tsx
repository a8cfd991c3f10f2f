import { View } from '@tarojs/components';
import { Button } from '../../components/button';
import { Card, Row } from '../../components/card';
import { MapView } from '../../components/map-view';
import { PhotoGrid } from '../../components/photo-grid';
import { choose } from '../choose';
import type { CardOf, Say } from '../types';
import { Options } from './options';
import './cards.scss';

/** Everything that will be sent, to whom and by when; every line can be changed before anything is filed. */
export function ConfirmCard({ card, say, active }: { card: CardOf<'confirm'>; say: Say; active: boolean }) {
  const { shape = null, position = null } = card.map ?? {};
  return (
    <View className="choices">
      <Card tight>
        {(shape || position) && (
          <MapView
            shapes={shape ? [shape] : []}
            pins={position ? [{ id: 'here', label: '这件事的位置', ...position }] : []}
            aspect={3.2}
            label={shape ? `地图：${shape.label}` : '地图：这件事的位置'}
          />
        )}
        {card.title && <View className="confirm-title">{card.title}</View>}
        {card.lines.map((line) => {
          const { edit } = line;
          return (
            <Row
              key={line.field}
              label={line.label}
              action={
                edit && (
                  <Button
                    kind="quiet"
                    className="confirm-edit"
                    onTap={() => choose(edit, say)}
                    disabled={!active}
                    label={`${edit.label}${line.label}`}
                  >
                    {edit.label}
                  </Button>
                )
              }
            >
              <View>{line.value}</View>
              {line.note && <View className="small">{line.note}</View>}
            </Row>
          );
        })}
        {card.photos.length > 0 && <PhotoGrid photos={card.photos} />}
      </Card>
      <Options options={card.options} say={say} active={active} />
    </View>
  );
}
