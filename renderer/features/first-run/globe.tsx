import { useText } from '#renderer/i18n/index.ts';
import classes from './first-run.module.css';

const centre = 190;
const radius = 150;

/** A meridian as half an ellipse; `turn` is its angle from the middle of the picture, in degrees. */
const meridian = (turn: number): string => {
  const width = Math.abs(Math.sin((turn * Math.PI) / 180)) * radius;
  const sweep = turn < 0 ? 0 : 1;
  return `M${String(centre)} ${String(centre - radius)}A${width.toFixed(1)} ${String(radius)} 0 0 ${String(sweep)} ${String(centre)} ${String(centre + radius)}`;
};

/** A point on a meridian at a latitude, in degrees. */
const point = (turn: number, latitude: number) => ({
  x: centre + Math.sin((turn * Math.PI) / 180) * Math.cos((latitude * Math.PI) / 180) * radius,
  y: centre - Math.sin((latitude * Math.PI) / 180) * radius,
});

const noon = -40;
const perHour = 15;
const places = [
  { hour: 12, latitude: 26 },
  { hour: 14, latitude: -20 },
  { hour: 16, latitude: 8 },
  { hour: 19, latitude: -20 },
];

/** The identity picture: a globe on whose meridian it is noon, and what the clocks say elsewhere. */
export const Globe = () => {
  const { t } = useText();
  return (
    <svg className={classes['globe']} viewBox="0 0 380 380" aria-hidden>
      <circle cx={centre} cy={centre} r={radius} className={classes['ball']} />
      <path d="M190 40A150 150 0 0 1 190 340A114.9 150 0 0 0 190 40z" className={classes['nightSide']} />
      <g className={classes['meridians']}>
        {[-70, noon, -10, 20, 50, 80].map((turn) => (
          <path key={turn} d={meridian(turn)} />
        ))}
        <path d={`M${String(centre - radius)} ${String(centre)}H${String(centre + radius)}`} />
      </g>
      <path d={meridian(noon)} className={classes['noon']} />
      <circle cx={centre} cy={centre} r={radius} className={classes['rim']} />
      {places.map((place) => {
        const at = point(noon + (place.hour - 12) * perHour, place.latitude);
        const outside = at.x + 12 > centre + 120 ? 26 : 10;
        return (
          <g key={place.hour}>
            <circle cx={at.x} cy={at.y} r="4" className={classes['point']} />
            <text x={at.x + outside} y={at.y + 4}>
              {place.hour === 12 ? t('firstRun.noon') : `${String(place.hour)}:00`}
            </text>
          </g>
        );
      })}
    </svg>
  );
};
