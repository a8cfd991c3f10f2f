-- Which facts somebody may have to answer for: who looked at what is hidden, who took data out (of whatever kind), who answered for data, who let a desktop in, who
-- changed the world or keys.
CREATE OR REPLACE FUNCTION is_audited(name text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT name = ANY (ARRAY['ticket.contactRevealed', 'session.revoked', 'desktop.confirmed', 'world.imported', 'laws.imported', 'points.bookAdopted',
    'content.settled']) OR name LIKE '%.exported' OR name LIKE 'privacy.%'
$$;
