"""Short texts without a word about their language, to recognise: a headline and a sentence.

UNNAMED     the texts by their language
"""

UNNAMED = {
    "en": (
        "The harbour opens again",
        "The first ferry left the quay on Monday morning, eleven months after the storm "
        "had closed the port.",
    ),
    "de": (
        "Der Hafen öffnet wieder",
        "Die erste Fähre legte am Montagmorgen ab, elf Monate nachdem der Sturm den Hafen"
        " geschlossen hatte.",
    ),
    "fr": (
        "Le port rouvre",
        "Le premier bac a quitté le quai lundi matin, onze mois après la tempête qui "
        "avait fermé le port.",
    ),
    "es": (
        "El puerto vuelve a abrir",
        "El primer transbordador salió del muelle el lunes por la mañana, once meses "
        "después de la tormenta.",
    ),
    "pt": (
        "O porto volta a abrir",
        "A primeira barca saiu do cais na segunda-feira de manhã, onze meses depois da "
        "tempestade que fechou o porto.",
    ),
    "it": (
        "Il porto riapre",
        "Il primo traghetto ha lasciato la banchina lunedì mattina, undici mesi dopo la "
        "tempesta che aveva chiuso il porto.",
    ),
    "ca": (
        "El port torna a obrir",
        "El primer transbordador va salpar dilluns al matí, onze mesos després de la "
        "tempesta que havia tancat el port.",
    ),
    "nl": (
        "De haven gaat weer open",
        "De eerste veerboot vertrok maandagochtend van de kade, elf maanden nadat de "
        "storm de haven had gesloten.",
    ),
    "da": (
        "Havnen åbner igen",
        "Den første færge forlod kajen mandag morgen, elleve måneder efter at stormen "
        "havde lukket havnen.",
    ),
    "sv": (
        "Hamnen öppnar igen",
        "Den första färjan lämnade kajen på måndagsmorgonen, elva månader efter att "
        "stormen hade stängt hamnen.",
    ),
    "nb": (
        "Havnen åpner igjen",
        "Den første fergen forlot kaien mandag morgen, elleve måneder etter at stormen "
        "hadde stengt havnen.",
    ),
    "fi": (
        "Satama avautuu taas",
        "Ensimmäinen lautta lähti laiturista maanantaiaamuna, yksitoista kuukautta sen "
        "jälkeen kun myrsky oli sulkenut sataman.",
    ),
    "et": (
        "Sadam avatakse taas",
        "Esimene praam lahkus kailt esmaspäeva hommikul, üksteist kuud pärast seda, kui "
        "torm oli sadama sulgenud.",
    ),
    "lv": (
        "Osta atkal atveras",
        "Pirmais prāmis atstāja piestātni pirmdienas rītā, vienpadsmit mēnešus pēc tam, "
        "kad vētra bija slēgusi ostu.",
    ),
    "lt": (
        "Uostas vėl atidarytas",
        "Pirmasis keltas paliko krantinę pirmadienio rytą, praėjus vienuolikai mėnesių po"
        " audros, uždariusios uostą.",
    ),
    "pl": (
        "Port znów otwarty",
        "Pierwszy prom odpłynął w poniedziałek rano, jedenaście miesięcy po burzy, która "
        "zamknęła port.",
    ),
    "cs": (
        "Přístav se znovu otevírá",
        "První trajekt vyplul v pondělí ráno, jedenáct měsíců poté, co bouře přístav uzavřela.",
    ),
    "sk": (
        "Prístav sa znova otvára",
        "Prvý trajekt vyplával v pondelok ráno, jedenásť mesiacov po tom, čo búrka "
        "prístav zatvorila.",
    ),
    "sl": (
        "Pristanišče je spet odprto",
        "Prvi trajekt je zapustil pomol v ponedeljek zjutraj, enajst mesecev po tem, ko "
        "je vihar zaprl pristanišče.",
    ),
    "hr": (
        "Luka se ponovno otvara",
        "Prvi trajekt napustio je rivu u ponedjeljak ujutro, jedanaest mjeseci nakon što "
        "je oluja zatvorila luku.",
    ),
    "hu": (
        "Újra megnyílt a kikötő",
        "Az első komp hétfő reggel hagyta el a rakpartot, tizenegy hónappal azután, hogy "
        "a vihar bezárta a kikötőt.",
    ),
    "ro": (
        "Portul se redeschide",
        "Primul feribot a plecat de la chei luni dimineață, la unsprezece luni după "
        "furtuna care închisese portul.",
    ),
    "bg": (
        "Пристанището отново отваря",
        "Първият ферибот напусна кея в понеделник сутринта, единадесет месеца след "
        "бурята, която затвори пристанището.",
    ),
    "ru": (
        "Порт снова открыт",
        "Первый паром отошёл от причала в понедельник утром, через одиннадцать месяцев "
        "после шторма.",
    ),
    "uk": (
        "Порт знову відкрито",
        "Перший пором відійшов від причалу в понеділок уранці, через одинадцять місяців "
        "після шторму.",
    ),
    "sr": (
        "Лука је поново отворена",
        "Први трајект је испловио у понедељак ујутру, једанаест месеци након што је олуја"
        " затворила луку.",
    ),
    "el": (
        "Το λιμάνι ανοίγει ξανά",
        "Το πρώτο πλοίο έφυγε από την προβλήτα τη Δευτέρα το πρωί, έντεκα μήνες μετά την "
        "καταιγίδα.",
    ),
    "tr": (
        "Liman yeniden açılıyor",
        "İlk vapur, fırtınanın limanı kapatmasından on bir ay sonra pazartesi sabahı "
        "iskeleden ayrıldı.",
    ),
    "vi": (
        "Cảng mở cửa trở lại",
        "Chuyến phà đầu tiên rời bến vào sáng thứ Hai, mười một tháng sau khi cơn bão làm"
        " cảng phải đóng cửa.",
    ),
    "id": (
        "Pelabuhan dibuka kembali",
        "Feri pertama meninggalkan dermaga pada Senin pagi, sebelas bulan setelah badai "
        "menutup pelabuhan.",
    ),
    "ga": (
        "Osclaíonn an cuan arís",
        "D'fhág an chéad bhád farantóireachta an ché maidin Dé Luain, aon mhí dhéag tar "
        "éis don stoirm an cuan a dhúnadh.",
    ),
    "mt": (
        "Il-port jerġa' jiftaħ",
        "L-ewwel vapur telaq mill-moll it-Tnejn filgħodu, ħdax-il xahar wara l-maltempata"
        " li kienet għalqet il-port.",
    ),
    "hi": (
        "बंदरगाह फिर खुला",
        "पहली नौका सोमवार सुबह घाट से रवाना हुई, तूफान के ग्यारह महीने बाद।",
    ),
    "th": (
        "ท่าเรือเปิดอีกครั้ง",
        "เรือข้ามฟากลำแรกออกจากท่าเมื่อเช้าวันจันทร์ สิบเอ็ดเดือนหลังพายุ",
    ),
    "he": (
        "הנמל נפתח מחדש",
        "המעבורת הראשונה עזבה את הרציף ביום שני בבוקר, אחד עשר חודשים אחרי הסערה.",
    ),
    "ar": (
        "الميناء يفتح من جديد",
        "غادرت العبارة الأولى الرصيف صباح الاثنين بعد أحد عشر شهرا من العاصفة.",
    ),
    "fa": (
        "بندر دوباره باز شد",
        "نخستین کشتی صبح دوشنبه اسکله را ترک کرد، یازده ماه پس از توفانی که بندر را بسته بود.",
    ),
    "ur": (
        "بندرگاہ دوبارہ کھل گئی",
        "پہلی کشتی پیر کی صبح گھاٹ سے روانہ ہوئی، طوفان کے گیارہ مہینے بعد۔",
    ),
    "zh": (
        "港口重新开放",
        "第一班渡轮星期一早上离开码头，距离风暴关闭港口已有十一个月。",
    ),
    "zh-Hant": (
        "港口重新開放",
        "第一班渡輪星期一早上離開碼頭，距離風暴關閉港口已有十一個月。",
    ),
    "ja": (
        "港が再び開く",
        "嵐で港が閉鎖されてから十一か月、月曜の朝に最初のフェリーが桟橋を離れた。",
    ),
    "ko": (
        "항구가 다시 열리다",
        "폭풍으로 항구가 닫힌 지 열한 달 만에 첫 배가 월요일 아침 부두를 떠났다.",
    ),
    "sw": (
        "Bandari yafunguliwa tena",
        "Kivuko cha kwanza kiliondoka gatini Jumatatu asubuhi, miezi kumi na moja baada "
        "ya dhoruba.",
    ),
    "yo": (
        "Èbúté tún ṣí padà",
        "Ọkọ̀ ojú omi àkọ́kọ́ kúrò ní èbúté ní òwúrọ̀ ọjọ́ Ajé, oṣù mọ́kànlá lẹ́yìn ìjì náà.",
    ),
    "eu": (
        "Portua berriro zabaldu da",
        "Lehen ferrya astelehen goizean irten zen kaitik, ekaitzak portua itxi zuenetik "
        "hamaika hilabetera.",
    ),
    "gl": (
        "O porto volve abrir",
        "O primeiro transbordador saíu do peirao o luns pola mañá, once meses despois da "
        "tormenta que pechara o porto.",
    ),
    "is": (
        "Höfnin opnar aftur",
        "Fyrsta ferjan fór frá bryggju á mánudagsmorgun, ellefu mánuðum eftir að "
        "stormurinn lokaði höfninni.",
    ),
    "nn": (
        "Hamna opnar att",
        "Den første ferja forlét kaien måndag morgon, elleve månader etter at stormen "
        "hadde stengt hamna.",
    ),
}
