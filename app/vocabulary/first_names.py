"""First names of many languages that are given to one gender mostly; a prior, which pronouns overrule."""

from app.vocabulary.people import Gender


def _split_names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_FEMALE = _split_names(
    "abeba abigail abla ada adaeze adele adwoa afia agatha agnes aiko aisha akua alexandra alice alicia "
    "alma ama amaka amalia amanda amara amelia amina amy ana ananya anastasia andrea angela anh anita "
    "anjali anna annabel anne annie antonia anya april ariadne asha astrid audrey aurora ava ayesha "
    "ayumi bao-yu barbara beatrice bella bess bessie beth betty bianca birgit bonnie brenda bridget "
    "busisiwe camilla carla carmen carol caroline catherine cecilia celia charlotte chiamaka chiara "
    "chimamanda chioma chloe christina cinderella claire clara clarissa claudia constance cora daisy "
    "dana danuta daphne deborah delia diana dolores dora doris dorota dorothea dorothy edith edna efua "
    "eileen elaine eleanor elena eliza elizabeth ella ellen elsa elsie emilia emily emma erica esi esme "
    "esperanza esther ethel eva eve evelyn faith farah fatima fiona flora florence frances freya frieda "
    "fumiko gabriela gemma georgia geraldine gertrude gisela gita gloria grace greta gretchen gretel "
    "guadalupe gwen hannah harriet haruka hatice hazel heather heidi helen helena helga hermione hilda "
    "holly hope hye-jin ida imogen indira ines ingrid irene iris irma isabel isabella isla ivy "
    "jacqueline jadwiga jane janet jasmine jean jelena jennifer jenny jessica jill joan joanna johanna "
    "josephine joy joyce juanita judith judy julia juliet june kamala karen kate katharina katherine "
    "kathleen katie katya kavita keiko kirsten klara lakshmi lan lara laura layla leah leila lena "
    "leonora lerato leticia lily lin linda ling lisa liza lois lola lorna lottie louisa louise lucia "
    "lucy luisa lupe lydia mabel madeleine madison magda maggie mai maja malala malgorzata mandy mara "
    "margaret margarita margot maria mariam marian marianne marie marina marjorie martha mary matilda "
    "maud maya meera mehwish mei melanie melissa mercedes meredith mia michelle mildred millie mina "
    "minna miranda miriam moira molly mona monica myra nadia naledi nancy nandi naomi natalia natasha "
    "neha nell nella nellie ngozi nia nicole nina nomsa nomvula noor nora oksana olena olga olive "
    "olivia ophelia padma paloma pamela parvati patricia paula pauline pearl penelope penny petra "
    "philippa phoebe pia pilar polly priscilla priya rachel radha rania rapunzel rebecca regina renata "
    "rita roberta rosa rosalind rosalía rose rosemary roxana ruby ruth sabine sadie sakura sally samira "
    "sandra sara sarah selma serena shanti shreya sigrid silvia simone sita sofia soledad sonia sophia "
    "sophie stella stephanie sunita susan susanna svetlana sybil sylvia tabitha tamara tanya tatiana "
    "teresa tessa thandi thandiwe thea theresa tina trudy uma ursula valentina valerie vanessa vera "
    "veronica victoria viola violet virginia vivian wanda wangari wendy wilhelmina wilma winifred xiu "
    "yasmin yetunde yuan yuki yvonne zainab zanele zara zelda zodwa zoe zofia "
)
_MALE = _split_names(
    "aaron abdul abdullah abebe abel abraham adam adebayo aditya adrian ahmed ajay akira alan albert "
    "alejandro alexander alfie alfred ali allan amadou ambrose amir anatole anders andre andreas andrew "
    "angus anil anselm anthony anton antonio arash archie aristide arjun arnold arthur arun augustus "
    "axel babak bao barnaby barney bartholomew basil ben benedict benjamin bernard bert bertram bill "
    "billy björn bongani boris brendan brian bruce bruno caleb carl carlos cedric cesar charles charlie "
    "chen chidi chinedu christian christopher chuy claude clement clive colin conrad cornelius cyril "
    "cyrus dae dan daniel darius david dawit dennis derek desmond diego dietrich dimitri dmitri dominic "
    "don donald douglas duncan dylan ebenezer ed eddie edgar edmund eduardo edward edwin einar eli "
    "elias elliot emeka emil emmanuel enrique eric erik ernest ernst ethan eugene ezra farid felipe "
    "felix femi ferdinand fernando finn floyd francis francisco frank franz fred freddie frederick "
    "friedrich fritz gabriel gareth gary gavin geoffrey george gerald gerard gilbert giles giovanni "
    "giuseppe godfrey graham gregory gunnar gus gustav guy hamish hans hansel hao harold harry haruto "
    "harvey hassan heinrich henri henry herbert herman hiro hiroshi horace howard hubert hugh hugo "
    "humphrey ian ibrahim igor ikenna isaac ismael ivan ivo jabu jack jacob jacques jake jamal james "
    "jamie jan jasper javier jeff jeffrey jens jeremy jerome jerry jesse jim jimmy jiro joachim joe "
    "joel johann john johnny jonah jonas jonathan jorge jose joseph joshua juan jules julian julius jun "
    "jürgen kai karim karl keith ken kenji kenneth kenta kevin klaus kofi kojo konrad kurt kwabena "
    "kwame kweku lamine lars laurence lawrence lee leif leo leon leonard leopold leroy leslie lewis "
    "liam lionel lloyd lorenzo louis luca lucas ludwig luigi luis luka luke malcolm mandla manuel marc "
    "marcel marco marcus marek mario mark marlow martin marvin mateo matteo matthew matthias maurice "
    "max maxim mehmet michael miguel mike mikhail milan miles minh mohammed morris moses moussa mustafa "
    "nathan nathaniel ned neil nelson nicholas nick nigel nikhil nikolai noah norman oleg oliver olu "
    "omar oscar osman oswald otto owen pablo paolo pascal patrick paul pavel pavlo pedro percival percy "
    "peter phil philip pierre piotr pranav quang quentin rafael rahul raj rajesh ralph ramon ramón "
    "raphael rashid ravi raymond reginald reuben rex ricardo richard rick robert roberto roderick "
    "rodrigo roger rohan roland roman ronald rory rudolf rufus rupert russell ryan salvador sam samir "
    "samuel sanjay sanjeev santiago saul sebastian serge sergei seth seymour shaun sherlock sidney "
    "siegfried sigmund simon sipho sizwe solomon stanislav stanley stefan stefano stephen steve steven "
    "stuart sunil sven takashi tariku tariq ted terence thabo themba theo theodore thomas thulani tim "
    "timothy tobias toby tom tomasz tommy tony tristan tunde ugo ulrich umberto valentin vernon victor "
    "vijay vikram viktor vincent vladimir vusi walter warren wei wilbur wilfred wilhelm will william "
    "winston wolfgang xavier xolani yannick yuri yusuf zachary zane "
)


def find_name_gender(first_name: str) -> Gender:
    """Return the gender that a first name is mostly given to, "neutral" for an unknown name."""
    folded = first_name.casefold()
    return "female" if folded in _FEMALE else "male" if folded in _MALE else "neutral"
