import gcoord from 'gcoord';

/** Where the browser says the person is, as GCJ-02. Asked only when the person taps for it. Rejects when refused or unknown. */
export function whereAmI(): Promise<{ lng: number; lat: number }> {
  return new Promise((resolve, reject) => {
    if (typeof navigator === 'undefined' || !navigator.geolocation) return reject(new Error('no position here'));
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const here: [number, number] = [coords.longitude, coords.latitude];
        const [lng, lat] = gcoord.transform(here, gcoord.WGS84, gcoord.GCJ02);
        resolve({ lng, lat });
      },
      reject,
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 60_000 },
    );
  });
}
