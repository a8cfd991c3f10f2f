import type { Position } from '../components/map-view/projection';

function measured(): Promise<GeolocationPosition> {
  return new Promise((resolve, reject) => {
    if (typeof navigator === 'undefined' || !navigator.geolocation) reject(new Error('no position here'));
    else navigator.geolocation.getCurrentPosition(resolve, reject, { enableHighAccuracy: true, timeout: 10_000 });
  });
}

/** Where the browser says the person is, as GCJ-02. Asked only when the person taps for it. Rejects when refused or unknown. */
export function whereAmI(): Promise<Position> {
  // Written out and without await, so that the WeChat build sees a dead branch and leaves the conversion out.
  if (process.env.TARO_ENV === 'h5') {
    return Promise.all([measured(), import('gcoord')]).then(([{ coords }, { default: gcoord }]) => {
      const here: [number, number] = [coords.longitude, coords.latitude];
      const [lng, lat] = gcoord.transform(here, gcoord.WGS84, gcoord.GCJ02);
      return { lng, lat };
    });
  }
  return Promise.reject(new Error('WeChat has its own place chooser'));
}
