CREATE TABLE "articles" (
    "article_id" VARCHAR, -- `a` and a content hash of the article
    "path" VARCHAR, -- Path of the file, relative to the folder that was read
    "sha256" VARCHAR, -- SHA-256 of the file's bytes
    "title" VARCHAR, -- Title from the metadata or the first header line
    "published" DATE, -- Publication date
    "published_from" VARCHAR, -- Where the publication date was found
    "updated" VARCHAR, -- Date or date-time of the last update
    "dateline" VARCHAR, -- Place of the dateline
    "author" VARCHAR, -- Author or by-line
    "publisher" VARCHAR, -- Publisher or news agency
    "url" VARCHAR, -- Address of the article
    "language" VARCHAR, -- ISO 639-1 code of the language
    "words" BIGINT, -- Number of words
    "sentences" BIGINT, -- Number of sentences
    "facts" BIGINT, -- Number of rows in facts.csv
    "status" VARCHAR, -- Whether the article was processed
    "message" VARCHAR, -- Why it was skipped or failed, or what was not understood
    "copy_of" VARCHAR, -- The earlier article that it repeats
    "set_aside" BIGINT -- Words of captions, credits, notices and the like, which are not read
);

CREATE TABLE "entities" (
    "entity_id" VARCHAR, -- `e` and a content hash of type and canonical name
    "type" VARCHAR, -- What the entity is
    "name" VARCHAR, -- Canonical name
    "iso3" VARCHAR, -- ISO 3166-1 alpha-3 code of a nation, or of that in which a place lies, if clear
    "aliases" VARCHAR, -- Other names seen in the articles, separated by |
    "articles" BIGINT, -- Number of articles that mention it
    "mentions" BIGINT, -- Number of mentions
    "admin1" VARCHAR, -- ISO 3166-2 code of the first-level unit in which a place lies: US-GA, IN-UP
    "latitude" DOUBLE PRECISION, -- Of a place; of a unit the middle of its towns
    "longitude" DOUBLE PRECISION -- Of a place; of a unit the middle of its towns
);

CREATE TABLE "mentions" (
    "mention_id" VARCHAR, -- `m` and a content hash of article, span and entity
    "article_id" VARCHAR, -- Article
    "entity_id" VARCHAR, -- Entity
    "type" VARCHAR, -- What the entity is
    "text" VARCHAR, -- The mention as written
    "iso3" VARCHAR, -- ISO 3166-1 alpha-3 code where a nation is mentioned
    "sentence_id" VARCHAR, -- Sentence: article id and running number
    "char_start" BIGINT, -- First character in the article's text
    "char_end" BIGINT, -- Character after the last
    "linked_by" VARCHAR -- What tied the mention to its entity
);

CREATE TABLE "officials" (
    "article_id" VARCHAR, -- Article
    "entity_id" VARCHAR, -- Person
    "name" VARCHAR, -- Fullest name in the article
    "title" VARCHAR, -- Office, without the country's adjective
    "country" VARCHAR, -- ISO 3166-1 alpha-3 code of the state served
    "organisation" VARCHAR, -- Ministry, party, army or other body, as written
    "former" BOOLEAN, -- Whether the office is a former one
    "sentence_id" VARCHAR, -- Sentence: article id and running number
    "char_start" BIGINT, -- First character of the name
    "char_end" BIGINT -- Character after the last
);

CREATE TABLE "quantities" (
    "quantity_id" VARCHAR, -- `q` and a content hash of article and span
    "article_id" VARCHAR, -- Article
    "sentence_id" VARCHAR, -- Sentence: article id and running number
    "char_start" BIGINT, -- First character in the article's text
    "char_end" BIGINT, -- Character after the last
    "text" VARCHAR, -- The quantity as written
    "kind" VARCHAR, -- What sort of quantity it is
    "value" DOUBLE PRECISION, -- The number the text states; empty for ranges and vague amounts
    "low" DOUBLE PRECISION, -- Lower end of the interval it stands for; empty when open
    "high" DOUBLE PRECISION, -- Upper end of the interval it stands for; empty when open
    "bound" VARCHAR, -- How exact the text has the number: `at_least`, `about` …
    "unit" VARCHAR, -- Unit name, ISO 4217 code, percent, or the counted noun
    "si_value" DOUBLE PRECISION, -- The value in SI base units
    "si_unit" VARCHAR, -- The SI unit of si_value
    "currency" VARCHAR, -- ISO 4217 code
    "amount_usd" DOUBLE PRECISION, -- The value in US dollars at the publication date
    "of" VARCHAR, -- What it is a quantity of
    "change" VARCHAR -- Direction where the text states a change
);

CREATE TABLE "dates" (
    "article_id" VARCHAR, -- Article
    "sentence_id" VARCHAR, -- Sentence: article id and running number
    "char_start" BIGINT, -- First character in the article's text
    "char_end" BIGINT, -- Character after the last
    "text" VARCHAR, -- The expression as written
    "type" VARCHAR, -- TIMEX3 type
    "value" VARCHAR, -- TIMEX3 value; empty when unresolved
    "start" VARCHAR, -- First day or instant, ISO 8601; partial dates stay partial
    "end" VARCHAR, -- Last day or instant, ISO 8601; partial dates stay partial
    "basis" VARCHAR -- What the value rests on
);

CREATE TABLE "facts" (
    "fact_id" VARCHAR, -- `f` and a content hash of article, kind and span
    "claim_id" VARCHAR, -- Claim that the fact belongs to
    "event_id" VARCHAR, -- Event whose toll it is part of
    "article_id" VARCHAR, -- Article
    "kind" VARCHAR, -- Kind of fact
    "agent" VARCHAR, -- Who gives, sends, arrests, kills, hosts
    "agent_id" VARCHAR, -- Entity of the agent
    "agent_country" VARCHAR, -- ISO 3166-1 alpha-3 code where the agent is or names a nation
    "agent_state" VARCHAR, -- ISO 3166-1 alpha-3 code of the state that the agent acts for, named or not
    "recipient" VARCHAR, -- Who gets a pledge
    "recipient_id" VARCHAR, -- Entity of the recipient
    "recipient_country" VARCHAR, -- ISO 3166-1 alpha-3 code where the recipient is, names or lies in a nation
    "value_text" VARCHAR, -- The amount as written, without bound words
    "value" DOUBLE PRECISION, -- The number the text states; empty for ranges and vague amounts
    "low" DOUBLE PRECISION, -- Lower end of the interval; empty when open
    "high" DOUBLE PRECISION, -- Upper end of the interval; empty when open
    "bound" VARCHAR, -- How exact the text has the number: `at_least`, `about` …
    "unit" VARCHAR, -- ISO 4217 code, name of a unit, or the singular of the counted noun
    "object" VARCHAR, -- Of whom or what, without the amount
    "purpose" VARCHAR, -- What a pledge is for
    "currency" VARCHAR, -- ISO 4217 code
    "amount_usd" DOUBLE PRECISION, -- The value in US dollars
    "amount_usd_low" DOUBLE PRECISION, -- The lower end in US dollars
    "amount_usd_high" DOUBLE PRECISION, -- The upper end in US dollars
    "fx_rate" DOUBLE PRECISION, -- Units of the currency per US dollar on fx_date
    "fx_date" VARCHAR, -- Date of the rate (ISO 8601); of a yearly average the year
    "fx_source" VARCHAR, -- Where the rate comes from, or 'no rate'
    "equivalent_value" DOUBLE PRECISION, -- The same sum in another currency, where the text gives it
    "equivalent_currency" VARCHAR, -- ISO 4217 code of equivalent_value
    "implied_fx_rate" DOUBLE PRECISION, -- Units of the dearer amount's currency implied by the text's conversion
    "location" VARCHAR, -- Where, as stated in the sentence
    "location_country" VARCHAR, -- ISO 3166-1 alpha-3 code of the location, if clear
    "location_admin1" VARCHAR, -- ISO 3166-2 code of its first-level unit, if clear: US-GA, IN-UP, NG-BO
    "latitude" DOUBLE PRECISION, -- Of the location, if clear
    "longitude" DOUBLE PRECISION, -- Of the location, if clear
    "country" VARCHAR, -- Nation it belongs to (ISO 3166-1 alpha-3): where it happened, of a pledge who gets or else gives it
    "country_from" VARCHAR, -- What `country` is taken from: the sentence, who acts or suffers, dateline or article
    "time_text" VARCHAR, -- When, as written
    "time_start" VARCHAR, -- First day, ISO 8601; partial dates stay partial
    "time_end" VARCHAR, -- Last day, ISO 8601; partial dates stay partial
    "time_basis" VARCHAR, -- How the days are known: written out, or counted from another day or publication
    "status" VARCHAR, -- How far a pledge (requested … delivered) or troops (planned … withdrawn) got
    "modality" VARCHAR, -- Whether the sentence asserts it, holds it possible (`may`, `feared`) or denies it
    "source" VARCHAR, -- Who says so, as written
    "source_id" VARCHAR, -- Entity of the source
    "source_type" VARCHAR, -- What sort of source it is; empty where unknown
    "sentence_id" VARCHAR, -- Sentence: article id and running number
    "char_start" BIGINT, -- First character of value_text in the text
    "char_end" BIGINT, -- Character after the last
    "sentence" VARCHAR, -- The whole sentence
    "rule" VARCHAR, -- Rule that found the fact; `reader/KIND` where the model's reader did and no rule
    "confidence" DOUBLE PRECISION, -- How likely it is that kind and amount are right, from 0 to 1
    "published" DATE, -- Publication date of the article
    "title" VARCHAR, -- Title of the article
    "path" VARCHAR -- Path of the article's file, relative to the folder that was read
);

CREATE TABLE "claims" (
    "claim_id" VARCHAR, -- `c` and a content hash of what the claim is about
    "kind" VARCHAR, -- Kind of fact
    "agent" VARCHAR, -- Agent, most frequent wording; of a pledge the donor
    "agent_state" VARCHAR, -- ISO 3166-1 alpha-3 code of the state that the agent acts for
    "recipient" VARCHAR, -- Recipient of a pledge, most frequent wording
    "recipient_country" VARCHAR, -- ISO 3166-1 alpha-3 code of the recipient
    "object" VARCHAR, -- Object, most frequent wording
    "location" VARCHAR, -- Location, most frequent wording
    "country" VARCHAR, -- ISO 3166-1 alpha-3 code of the nation that it belongs to
    "currency" VARCHAR, -- ISO 4217 code
    "best" DOUBLE PRECISION, -- The number to use: the one reported last
    "low" DOUBLE PRECISION, -- Lowest value told
    "high" DOUBLE PRECISION, -- Highest value told
    "amount_usd" DOUBLE PRECISION, -- Most recent value in US dollars
    "amount_usd_low" DOUBLE PRECISION, -- Lowest value told in US dollars
    "amount_usd_high" DOUBLE PRECISION, -- Highest value told in US dollars
    "modality" VARCHAR, -- Asserted if one report asserts it, else possible, else denied
    "part" BOOLEAN, -- Whether the amount is part of another: `including $5 million`; leave it out of sums
    "status" VARCHAR, -- How far a pledge or troops got, as last reported
    "status_history" VARCHAR, -- Each status and its day, or that of the report, in order, separated by |
    "time_start" DATE, -- First day that all its facts can mean, of several the earliest
    "time_end" DATE, -- Last day that all its facts can mean
    "month" VARCHAR, -- Month of the first day, if none is told of the first report; empty for long periods
    "first_reported" DATE, -- Earliest publication date
    "last_reported" DATE, -- Latest publication date
    "mentions" BIGINT, -- Number of facts
    "articles" BIGINT, -- Number of articles
    "article_ids" VARCHAR, -- The articles, in the order read, separated by |
    "conflict" BOOLEAN, -- Whether two reports cannot both hold
    "conflict_fact_1" VARCHAR, -- One of the two facts
    "conflict_fact_2" VARCHAR, -- The other one
    "conflict_sentence_1" VARCHAR, -- The sentence of the one
    "conflict_sentence_2" VARCHAR -- The sentence of the other
);

CREATE TABLE "events" (
    "event_id" VARCHAR, -- `v` and a content hash of what the event is about
    "incident" VARCHAR, -- Sort of incident: bombing, earthquake, protest …; empty if not told
    "location" VARCHAR, -- Where, by name, most frequent wording
    "country" VARCHAR, -- ISO 3166-1 alpha-3 code of the nation that it belongs to
    "latitude" DOUBLE PRECISION, -- Of its place, if clear
    "longitude" DOUBLE PRECISION, -- Of its place, if clear
    "time_start" DATE, -- First day on which it may have happened; empty if not told
    "time_end" DATE, -- Last day on which it may have happened; empty if not told
    "month" VARCHAR, -- Month of the first day, if none is told of the first report; empty for long periods
    "killed" DOUBLE PRECISION, -- Newest count of dead
    "killed_low" DOUBLE PRECISION, -- Lowest count of dead
    "killed_high" DOUBLE PRECISION, -- Highest count of dead
    "injured" DOUBLE PRECISION, -- Newest count of injured
    "injured_low" DOUBLE PRECISION, -- Lowest count of injured
    "injured_high" DOUBLE PRECISION, -- Highest count of injured
    "missing" DOUBLE PRECISION, -- Newest count of missing
    "missing_low" DOUBLE PRECISION, -- Lowest count of missing
    "missing_high" DOUBLE PRECISION, -- Highest count of missing
    "displaced" DOUBLE PRECISION, -- Newest count of displaced
    "displaced_low" DOUBLE PRECISION, -- Lowest count of displaced
    "displaced_high" DOUBLE PRECISION, -- Highest count of displaced
    "arrested" DOUBLE PRECISION, -- Newest count of arrested
    "arrested_low" DOUBLE PRECISION, -- Lowest count of arrested
    "arrested_high" DOUBLE PRECISION, -- Highest count of arrested
    "told_by" VARCHAR, -- Who says what, in the order told: `killed 31: police`, separated by |
    "first_reported" DATE, -- Earliest publication date
    "last_reported" DATE, -- Latest publication date
    "facts" BIGINT, -- Number of facts
    "articles" BIGINT, -- Number of articles
    "conflict" BOOLEAN -- Whether two tolls cannot both hold at one time
);

CREATE TABLE "texts" (
    "article_id" VARCHAR, -- Article
    "text" VARCHAR -- The text as it was read; an offset counts its code points
);

CREATE TABLE "errors" (
    "path" VARCHAR, -- Path as given
    "stage" VARCHAR, -- What failed: read, extract, or one step: who, dates, quantities, facts, claims, events
    "error" VARCHAR, -- Name of the error
    "message" VARCHAR -- What is wrong and what to do
);

CREATE TABLE "pledges" (
    "fact_id" VARCHAR, -- Fact
    "claim_id" VARCHAR, -- Claim that the fact belongs to
    "article_id" VARCHAR, -- Article
    "donor" VARCHAR, -- Who gives, or is asked to
    "donor_country" VARCHAR, -- ISO 3166-1 alpha-3 code of the donor's state
    "recipient" VARCHAR, -- Who or which place gets it
    "recipient_country" VARCHAR, -- ISO 3166-1 alpha-3 code of the recipient
    "status" VARCHAR, -- requested, pledged, approved, delivered or withheld
    "original_amount" DOUBLE PRECISION, -- The amount stated; empty for ranges and vague amounts
    "original_amount_low" DOUBLE PRECISION, -- Lower end of the amount; empty when open
    "original_amount_high" DOUBLE PRECISION, -- Upper end of the amount; empty when open
    "bound" VARCHAR, -- How the text bounds the amount
    "original_currency" VARCHAR, -- ISO 4217 code; empty for goods
    "unit" VARCHAR, -- ISO 4217 code, or what is counted
    "amount_usd" DOUBLE PRECISION, -- The amount in US dollars
    "amount_usd_low" DOUBLE PRECISION, -- The lower end in US dollars
    "amount_usd_high" DOUBLE PRECISION, -- The upper end in US dollars
    "exchange_rate" DOUBLE PRECISION, -- Units of the currency per US dollar
    "exchange_rate_date" VARCHAR, -- Date of the rate (ISO 8601); of a yearly average the year
    "stated_amount" DOUBLE PRECISION, -- The same sum in another currency, where the text gives it
    "stated_currency" VARCHAR, -- ISO 4217 code of equivalent_value
    "given" VARCHAR, -- What is given
    "purpose" VARCHAR, -- What for
    "country" VARCHAR, -- Nation it belongs to (ISO 3166-1 alpha-3): where it happened, of a pledge who gets or else gives it
    "country_from" VARCHAR, -- What `country` is taken from: the sentence, who acts or suffers, dateline or article
    "period_start" VARCHAR, -- First day, ISO 8601; partial dates stay partial
    "period_end" VARCHAR, -- Last day, ISO 8601; partial dates stay partial
    "modality" VARCHAR, -- Whether the sentence asserts it, holds it possible (`may`, `feared`) or denies it
    "source" VARCHAR, -- Who says so
    "source_type" VARCHAR, -- What sort of source it is; empty where unknown
    "sentence" VARCHAR, -- The whole sentence
    "char_start" BIGINT, -- First character of value_text in the text
    "char_end" BIGINT, -- Character after the last
    "confidence" DOUBLE PRECISION -- How likely it is that kind and amount are right, from 0 to 1
);

CREATE TABLE "troops" (
    "fact_id" VARCHAR, -- Fact
    "claim_id" VARCHAR, -- Claim that the fact belongs to
    "article_id" VARCHAR, -- Article
    "contributor" VARCHAR, -- Whose troops they are
    "contributor_country" VARCHAR, -- ISO 3166-1 alpha-3 code of the contributor's state
    "host" VARCHAR, -- Where they are or go
    "host_country" VARCHAR, -- ISO 3166-1 alpha-3 code of the host
    "movement" VARCHAR, -- present, sent, planned or withdrawn
    "count" DOUBLE PRECISION, -- The count stated; empty for ranges and vague counts
    "count_low" DOUBLE PRECISION, -- Lower end of the count; empty when open
    "count_high" DOUBLE PRECISION, -- Upper end of the count; empty when open
    "bound" VARCHAR, -- How the text bounds the count
    "force" VARCHAR, -- Soldiers, police officers, fighters: as written
    "country" VARCHAR, -- Nation it belongs to (ISO 3166-1 alpha-3): where it happened, of a pledge who gets or else gives it
    "country_from" VARCHAR, -- What `country` is taken from: the sentence, who acts or suffers, dateline or article
    "period_start" VARCHAR, -- First day, ISO 8601; partial dates stay partial
    "period_end" VARCHAR, -- Last day, ISO 8601; partial dates stay partial
    "modality" VARCHAR, -- Whether the sentence asserts it, holds it possible (`may`, `feared`) or denies it
    "source" VARCHAR, -- Who says so
    "source_type" VARCHAR, -- What sort of source it is; empty where unknown
    "sentence" VARCHAR, -- The whole sentence
    "char_start" BIGINT, -- First character of value_text in the text
    "char_end" BIGINT, -- Character after the last
    "confidence" DOUBLE PRECISION -- How likely it is that kind and amount are right, from 0 to 1
);

CREATE TABLE "arrests" (
    "fact_id" VARCHAR, -- Fact
    "claim_id" VARCHAR, -- Claim that the fact belongs to
    "article_id" VARCHAR, -- Article
    "authority" VARCHAR, -- Who arrests or holds them
    "authority_country" VARCHAR, -- ISO 3166-1 alpha-3 code of the authority's state
    "count" DOUBLE PRECISION, -- The count stated; empty for ranges and vague counts
    "count_low" DOUBLE PRECISION, -- Lower end of the count; empty when open
    "count_high" DOUBLE PRECISION, -- Upper end of the count; empty when open
    "bound" VARCHAR, -- How the text bounds the count
    "suspects" VARCHAR, -- Who was arrested, as written
    "charge" VARCHAR, -- What for, where the sentence says so and tells of one arrest only
    "location" VARCHAR, -- Where, as written
    "location_country" VARCHAR, -- ISO 3166-1 alpha-3 code of the location, if clear
    "country" VARCHAR, -- Nation it belongs to (ISO 3166-1 alpha-3): where it happened, of a pledge who gets or else gives it
    "country_from" VARCHAR, -- What `country` is taken from: the sentence, who acts or suffers, dateline or article
    "period_start" VARCHAR, -- First day, ISO 8601; partial dates stay partial
    "period_end" VARCHAR, -- Last day, ISO 8601; partial dates stay partial
    "modality" VARCHAR, -- Whether the sentence asserts it, holds it possible (`may`, `feared`) or denies it
    "source" VARCHAR, -- Who says so
    "source_type" VARCHAR, -- What sort of source it is; empty where unknown
    "sentence" VARCHAR, -- The whole sentence
    "char_start" BIGINT, -- First character of value_text in the text
    "char_end" BIGINT, -- Character after the last
    "confidence" DOUBLE PRECISION -- How likely it is that kind and amount are right, from 0 to 1
);

CREATE TABLE "casualties" (
    "article_id" VARCHAR, -- Article
    "sentence_id" VARCHAR, -- Sentence: article id and running number
    "claim_ids" VARCHAR, -- The claims that its facts belong to, in text order, separated by |
    "killed_low" DOUBLE PRECISION, -- Lowest count of dead
    "killed_high" DOUBLE PRECISION, -- Highest count of dead; empty when open
    "injured_low" DOUBLE PRECISION, -- Lowest count of injured
    "injured_high" DOUBLE PRECISION, -- Highest count of injured; empty when open
    "missing_low" DOUBLE PRECISION, -- Lowest count of missing
    "missing_high" DOUBLE PRECISION, -- Highest count of missing; empty when open
    "facts" BIGINT, -- Number of facts behind the row
    "location" VARCHAR, -- Where, as written
    "location_country" VARCHAR, -- ISO 3166-1 alpha-3 code of the location
    "country" VARCHAR, -- ISO 3166-1 alpha-3 code of the nation that the toll belongs to
    "period_start" VARCHAR, -- First day, ISO 8601; partial dates stay partial
    "period_end" VARCHAR, -- Last day, ISO 8601; partial dates stay partial
    "sentence" VARCHAR, -- The whole sentence
    "char_start" BIGINT, -- First character of the first count in the text
    "char_end" BIGINT, -- First character after the last count
    "confidence" DOUBLE PRECISION -- That of the fact that is least likely to be right, from 0 to 1
);

CREATE VIEW "nations" ("iso3", "name") AS VALUES
    ('ABW', 'Aruba'),
    ('AFG', 'Afghanistan'),
    ('AGO', 'Angola'),
    ('AIA', 'Anguilla'),
    ('ALA', 'Åland Islands'),
    ('ALB', 'Albania'),
    ('AND', 'Andorra'),
    ('ARE', 'United Arab Emirates'),
    ('ARG', 'Argentina'),
    ('ARM', 'Armenia'),
    ('ASM', 'American Samoa'),
    ('ATA', 'Antarctica'),
    ('ATF', 'French Southern and Antarctic Lands'),
    ('ATG', 'Antigua & Barbuda'),
    ('AUS', 'Australia'),
    ('AUT', 'Austria'),
    ('AZE', 'Azerbaijan'),
    ('BDI', 'Burundi'),
    ('BEL', 'Belgium'),
    ('BEN', 'Benin'),
    ('BES', 'Caribbean Netherlands'),
    ('BFA', 'Burkina Faso'),
    ('BGD', 'Bangladesh'),
    ('BGR', 'Bulgaria'),
    ('BHR', 'Bahrain'),
    ('BHS', 'Bahamas'),
    ('BIH', 'Bosnia and Herzegovina'),
    ('BLM', 'St. Barthélemy'),
    ('BLR', 'Belarus'),
    ('BLZ', 'Belize'),
    ('BMU', 'Bermuda'),
    ('BOL', 'Bolivia'),
    ('BRA', 'Brazil'),
    ('BRB', 'Barbados'),
    ('BRN', 'Brunei'),
    ('BTN', 'Bhutan'),
    ('BVT', 'Bouvet Island'),
    ('BWA', 'Botswana'),
    ('CAF', 'Central African Republic'),
    ('CAN', 'Canada'),
    ('CCK', 'Cocos (Keeling) Islands'),
    ('CHE', 'Switzerland'),
    ('CHL', 'Chile'),
    ('CHN', 'China'),
    ('CIV', 'Ivory Coast'),
    ('CMR', 'Cameroon'),
    ('COD', 'Democratic Republic of the Congo'),
    ('COG', 'Republic of the Congo'),
    ('COK', 'Cook Islands'),
    ('COL', 'Colombia'),
    ('COM', 'Comoros'),
    ('CPV', 'Cape Verde'),
    ('CRI', 'Costa Rica'),
    ('CUB', 'Cuba'),
    ('CUW', 'Curaçao'),
    ('CXR', 'Christmas Island'),
    ('CYM', 'Cayman Islands'),
    ('CYP', 'Cyprus'),
    ('CZE', 'Czech Republic'),
    ('DEU', 'Germany'),
    ('DJI', 'Djibouti'),
    ('DMA', 'Dominica'),
    ('DNK', 'Denmark'),
    ('DOM', 'Dominican Republic'),
    ('DZA', 'Algeria'),
    ('ECU', 'Ecuador'),
    ('EGY', 'Egypt'),
    ('ERI', 'Eritrea'),
    ('ESH', 'Western Sahara'),
    ('ESP', 'Spain'),
    ('EST', 'Estonia'),
    ('ETH', 'Ethiopia'),
    ('FIN', 'Finland'),
    ('FJI', 'Fiji'),
    ('FLK', 'Falkland Islands'),
    ('FRA', 'France'),
    ('FRO', 'Faroe Islands'),
    ('FSM', 'Micronesia'),
    ('GAB', 'Gabon'),
    ('GBR', 'United Kingdom'),
    ('GEO', 'Georgia'),
    ('GGY', 'Guernsey'),
    ('GHA', 'Ghana'),
    ('GIB', 'Gibraltar'),
    ('GIN', 'Guinea'),
    ('GLP', 'Guadeloupe'),
    ('GMB', 'Gambia'),
    ('GNB', 'Guinea-Bissau'),
    ('GNQ', 'Equatorial Guinea'),
    ('GRC', 'Greece'),
    ('GRD', 'Grenada'),
    ('GRL', 'Greenland'),
    ('GTM', 'Guatemala'),
    ('GUF', 'French Guiana'),
    ('GUM', 'Guam'),
    ('GUY', 'Guyana'),
    ('HKG', 'Hong Kong'),
    ('HMD', 'Heard Island & McDonald Islands'),
    ('HND', 'Honduras'),
    ('HRV', 'Croatia'),
    ('HTI', 'Haiti'),
    ('HUN', 'Hungary'),
    ('IDN', 'Indonesia'),
    ('IMN', 'Isle of Man'),
    ('IND', 'India'),
    ('IOT', 'British Indian Ocean Territory'),
    ('IRL', 'Ireland'),
    ('IRN', 'Iran'),
    ('IRQ', 'Iraq'),
    ('ISL', 'Iceland'),
    ('ISR', 'Israel'),
    ('ITA', 'Italy'),
    ('JAM', 'Jamaica'),
    ('JEY', 'Jersey'),
    ('JOR', 'Jordan'),
    ('JPN', 'Japan'),
    ('KAZ', 'Kazakhstan'),
    ('KEN', 'Kenya'),
    ('KGZ', 'Kyrgyzstan'),
    ('KHM', 'Cambodia'),
    ('KIR', 'Kiribati'),
    ('KNA', 'St. Kitts & Nevis'),
    ('KOR', 'South Korea'),
    ('KWT', 'Kuwait'),
    ('LAO', 'Laos'),
    ('LBN', 'Lebanon'),
    ('LBR', 'Liberia'),
    ('LBY', 'Libya'),
    ('LCA', 'St. Lucia'),
    ('LIE', 'Liechtenstein'),
    ('LKA', 'Sri Lanka'),
    ('LSO', 'Lesotho'),
    ('LTU', 'Lithuania'),
    ('LUX', 'Luxembourg'),
    ('LVA', 'Latvia'),
    ('MAC', 'Macau'),
    ('MAF', 'St. Martin'),
    ('MAR', 'Morocco'),
    ('MCO', 'Monaco'),
    ('MDA', 'Moldova'),
    ('MDG', 'Madagascar'),
    ('MDV', 'Maldives'),
    ('MEX', 'Mexico'),
    ('MHL', 'Marshall Islands'),
    ('MKD', 'North Macedonia'),
    ('MLI', 'Mali'),
    ('MLT', 'Malta'),
    ('MMR', 'Myanmar'),
    ('MNE', 'Montenegro'),
    ('MNG', 'Mongolia'),
    ('MNP', 'Northern Mariana Islands'),
    ('MOZ', 'Mozambique'),
    ('MRT', 'Mauritania'),
    ('MSR', 'Montserrat'),
    ('MTQ', 'Martinique'),
    ('MUS', 'Mauritius'),
    ('MWI', 'Malawi'),
    ('MYS', 'Malaysia'),
    ('MYT', 'Mayotte'),
    ('NAM', 'Namibia'),
    ('NCL', 'New Caledonia'),
    ('NER', 'Niger'),
    ('NFK', 'Norfolk Island'),
    ('NGA', 'Nigeria'),
    ('NIC', 'Nicaragua'),
    ('NIU', 'Niue'),
    ('NLD', 'Netherlands'),
    ('NOR', 'Norway'),
    ('NPL', 'Nepal'),
    ('NRU', 'Nauru'),
    ('NZL', 'New Zealand'),
    ('OMN', 'Oman'),
    ('PAK', 'Pakistan'),
    ('PAN', 'Panama'),
    ('PCN', 'Pitcairn Islands'),
    ('PER', 'Peru'),
    ('PHL', 'Philippines'),
    ('PLW', 'Palau'),
    ('PNG', 'Papua New Guinea'),
    ('POL', 'Poland'),
    ('PRI', 'Puerto Rico'),
    ('PRK', 'North Korea'),
    ('PRT', 'Portugal'),
    ('PRY', 'Paraguay'),
    ('PSE', 'Palestine'),
    ('PYF', 'French Polynesia'),
    ('QAT', 'Qatar'),
    ('REU', 'Réunion'),
    ('ROU', 'Romania'),
    ('RUS', 'Russia'),
    ('RWA', 'Rwanda'),
    ('SAU', 'Saudi Arabia'),
    ('SDN', 'Sudan'),
    ('SEN', 'Senegal'),
    ('SGP', 'Singapore'),
    ('SGS', 'South Georgia & South Sandwich Islands'),
    ('SHN', 'St. Helena, Ascension & Tristan da Cunha'),
    ('SJM', 'Svalbard & Jan Mayen'),
    ('SLB', 'Solomon Islands'),
    ('SLE', 'Sierra Leone'),
    ('SLV', 'El Salvador'),
    ('SMR', 'San Marino'),
    ('SOM', 'Somalia'),
    ('SPM', 'St. Pierre & Miquelon'),
    ('SRB', 'Serbia'),
    ('SSD', 'South Sudan'),
    ('STP', 'São Tomé & Príncipe'),
    ('SUR', 'Suriname'),
    ('SVK', 'Slovakia'),
    ('SVN', 'Slovenia'),
    ('SWE', 'Sweden'),
    ('SWZ', 'Eswatini'),
    ('SXM', 'Sint Maarten'),
    ('SYC', 'Seychelles'),
    ('SYR', 'Syria'),
    ('TCA', 'Turks & Caicos Islands'),
    ('TCD', 'Chad'),
    ('TGO', 'Togo'),
    ('THA', 'Thailand'),
    ('TJK', 'Tajikistan'),
    ('TKL', 'Tokelau'),
    ('TKM', 'Turkmenistan'),
    ('TLS', 'Timor-Leste'),
    ('TON', 'Tonga'),
    ('TTO', 'Trinidad & Tobago'),
    ('TUN', 'Tunisia'),
    ('TUR', 'Turkey'),
    ('TUV', 'Tuvalu'),
    ('TWN', 'Taiwan'),
    ('TZA', 'Tanzania'),
    ('UGA', 'Uganda'),
    ('UKR', 'Ukraine'),
    ('UMI', 'U.S. Outlying Islands'),
    ('URY', 'Uruguay'),
    ('USA', 'United States'),
    ('UZB', 'Uzbekistan'),
    ('VAT', 'Holy See'),
    ('VCT', 'St. Vincent & Grenadines'),
    ('VEN', 'Venezuela'),
    ('VGB', 'British Virgin Islands'),
    ('VIR', 'U.S. Virgin Islands'),
    ('VNM', 'Vietnam'),
    ('VUT', 'Vanuatu'),
    ('WLF', 'Wallis & Futuna'),
    ('WSM', 'Samoa'),
    ('XKX', 'Kosovo'),
    ('YEM', 'Yemen'),
    ('ZAF', 'South Africa'),
    ('ZMB', 'Zambia'),
    ('ZWE', 'Zimbabwe');
