import { sql } from 'kysely'
import type { Period } from '#app/calendar/period.ts'
import type { Db } from '#db/schema.ts'

export interface OracleLine {
  id: string
  n: number
  satisfied: number
  share: number | null
  lower: number | null
  upper: number | null
  verdict: 'met' | 'not_met' | 'undecided' | null
  returned: number
  on_time: number
  on_time_share: number | null
  rated: number
  response_rate: number | null
  manski_lower: number | null
  manski_upper: number | null
  own_n: number
  own_returned: number
}

/** Every line of the tree and the whole city ('*'), from the rows themselves in one plain statement. */
export async function oracleLines(db: Db, { from, to }: Period): Promise<OracleLine[]> {
  const { rows } = await sql<OracleLine>`
    with recursive
      line(id, office) as (
        select id, id from offices
        union all select line.id, o.id from line join offices o on o.parent_id = line.office and o.outside_authority = 0
      ),
      city(office) as (
        select id from offices where parent_id is null and outside_authority = 0
        union all select o.id from city join offices o on o.parent_id = city.office and o.outside_authority = 0
      ),
      places(id, office) as (select id, office from line union all select '*', office from city),
      r as (
        select places.id, count(*) as n, sum(level in (4, 5)) as satisfied, sum(places.id = office) as own
        from places join responses on office_id = office
        where day >= ${from} and day <= ${to} and stage != 'filing' group by places.id
      ),
      d as (
        select places.id, count(*) as returned, sum(returned_day <= due_day) as on_time, sum(places.id = office) as own,
          sum(exists(select 1 from invitations where dossier_id = dossiers.id and status = 'used')) as rated
        from places join dossiers on office_id = office
        where returned_day >= ${from} and returned_day <= ${to} and outcome = 'returned' group by places.id
      ),
      f as (
        select places.id, coalesce(n, 0) as n, coalesce(satisfied, 0) as satisfied, satisfied * 1.0 / n as share,
          ((satisfied * 1.0 / n) + 3.841458881296 / (2 * n)) / (1 + 3.841458881296 / n) as centre,
          1.959964 / (1 + 3.841458881296 / n) * sqrt(satisfied * 1.0 / n * (n - satisfied) / n / n
            + 3.841458881296 / (4.0 * n * n)) as half,
          coalesce(returned, 0) as returned, coalesce(on_time, 0) as on_time, on_time * 1.0 / returned as on_time_share,
          coalesce(rated, 0) as rated, rated * 1.0 / returned as response_rate,
          coalesce(r.own, 0) as own_n, coalesce(d.own, 0) as own_returned
        from (select distinct id from places) places left join r on r.id = places.id left join d on d.id = places.id
      )
    select id, n, satisfied, share, centre - half as lower, centre + half as upper,
      case when centre - half >= 0.95 then 'met' when centre + half < 0.95 then 'not_met'
        when n > 0 then 'undecided' end as verdict,
      returned, on_time, on_time_share, rated, response_rate,
      response_rate * share as manski_lower, response_rate * share + 1 - response_rate as manski_upper,
      own_n, own_returned
    from f`.execute(db)
  return rows
}

/** The centre of the city's control chart: the share of the first twelve of some months that have ratings. */
export async function oracleCentre(db: Db, months: readonly string[]): Promise<number | null> {
  const { rows } = await sql<{ centre: number | null }>`
    with recursive city(office) as (
      select id from offices where parent_id is null and outside_authority = 0
      union all select o.id from city join offices o on o.parent_id = city.office and o.outside_authority = 0
    ), monthly as (
      select substr(day, 1, 7) as month, count(*) as n, sum(level > 3) as k from responses
      where stage != 'filing' and office_id in (select office from city)
        and substr(day, 1, 7) in (${sql.join(months)})
      group by 1 order by 1 limit 12
    )
    select case when count(*) = 12 then sum(k) * 1.0 / sum(n) end as centre from monthly`.execute(db)
  return rows[0]?.centre ?? null
}
