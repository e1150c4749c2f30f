#!/bin/sh
# pynewsml 1.4.0: of three subjects one is read, of two places the first, and a topic that has an English and a French name has only the last.
#
# Guess: subject_codes is a list, so all SubjectCode elements are in it; a place for each Location, or at least the whole of the first; the names of
# a topic are a dictionary by language.
# Seen: only the first SubjectCode of the metadata is opened, though NewsML has one for each subject and the list is of what stands in it. The language is
# asked for as "xml:lang", which lxml does not call it, so each name has the key None and the one that comes last stays.
# Of the places, too, the first is all there is: a table of countries lacks the second, and a search by subject finds the item under one of three.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'pynewsml==1.4.0' 'lxml==5.4.0' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from pynewsml import NewsML

ITEM = """<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>agency.example</ProviderId><DateId>20210503</DateId>
<NewsItemId>17</NewsItemId><RevisionId PreviousRevision="0" Update="N">1</RevisionId><PublicIdentifier>urn:17</PublicIdentifier>
</NewsIdentifier><DateLabel>03/05/2021 18:00:00</DateLabel></Identification><NewsComponent>
<TopicSet><Topic><TopicType FormalName="Event"/><FormalName>flood</FormalName><Description xml:lang="en">Flood</Description>
<Description xml:lang="fr">Inondation</Description></Topic></TopicSet>
<NewsLines><HeadLine>Twelve dead in Lima and Quito</HeadLine></NewsLines>
<DescriptiveMetadata><Language FormalName="en"/><Genre FormalName="Current"/>
<SubjectCode><Subject FormalName="03000000" Scheme="IptcSubjectCodes"/></SubjectCode>
<SubjectCode><Subject FormalName="14000000" Scheme="IptcSubjectCodes"/></SubjectCode>
<SubjectCode><SubjectMatter FormalName="16009000" Scheme="IptcSubjectCodes"/></SubjectCode>
<Location><Property FormalName="Country" Value="PER"/><Property FormalName="City" Value="Lima"/></Location>
<Location><Property FormalName="Country" Value="ECU"/><Property FormalName="City" Value="Quito"/></Location>
</DescriptiveMetadata></NewsComponent></NewsItem></NewsML>"""

[item] = NewsML.from_xml(ITEM).news_items
about = item.news_component.descriptive_metadata
print("subjects:", [subject.formal_name for subject in about.subject_codes])
print("place:", about.location.country, about.location.city)
print("names of the topic:", item.topics[0].descriptions)
assert [subject.formal_name for subject in about.subject_codes] == ["03000000"]
assert (about.location.country, about.location.city) == ("PER", "Lima") and "ECU" not in repr(item)
assert item.topics[0].descriptions == {None: "Inondation"}
PYTHON
